using System.Globalization;
using System.Text;

namespace AsyncBasics.Lab;

/// <summary>Writes elements of SVG or HTML. Every text goes through one door, so that none can become markup.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _text = new();

    /// <summary>Opens an element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Names and values; one without a value is left out.</param>
    public Markup Open(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Tag(name, attributes);
        _text.Append('>');
        return this;
    }

    /// <summary>An element without content.</summary>
    public Markup Empty(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Tag(name, attributes);
        _text.Append("/>");
        return this;
    }

    public Markup Close(string name)
    {
        _text.Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>An element with nothing but a text in it.</summary>
    public Markup Element(string name, string content, params ReadOnlySpan<(string Name, object? Value)> attributes) =>
        Open(name, attributes).Text(content).Close(name);

    /// <summary>A text, of which nothing is taken for markup.</summary>
    public Markup Text(string text)
    {
        Escape(text);
        return this;
    }

    /// <summary>Markup that this assembly made or carries.</summary>
    public Markup Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public Markup Line()
    {
        _text.Append('\n');
        return this;
    }

    public override string ToString() => _text.ToString();

    private void Tag(string name, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach ((string attribute, object? value) in attributes)
        {
            if (value is not null)
            {
                _text.Append(' ').Append(attribute).Append("=\"");
                Escape(Written(value));
                _text.Append('"');
            }
        }
    }

    private static string Written(object value) => value switch
    {
        double number => number.ToString("0.##", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    /// <remarks>XML has no way to write most control characters, nor half a surrogate pair: they become the sign for what cannot be shown.</remarks>
    private void Escape(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    _text.Append("&amp;");
                    break;
                case '<':
                    _text.Append("&lt;");
                    break;
                case '>':
                    _text.Append("&gt;");
                    break;
                case '"':
                    _text.Append("&quot;");
                    break;
                case '\'':
                    _text.Append("&#39;");
                    break;
                case '\n' or '\t':
                    _text.Append((char)rune.Value);
                    break;
                case < 0x20 or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF:
                    _text.Append('\uFFFD');
                    break;
                default:
                    _text.Append(rune);
                    break;
            }
        }
    }
}

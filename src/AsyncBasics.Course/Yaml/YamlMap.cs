using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace AsyncBasics.Course;

/// <summary>
/// A mapping in a YAML file, read field by field. What is missing or of the wrong kind becomes a problem with its line, and reading goes on
/// with an empty value, so that an author learns of everything at once.
/// </summary>
internal sealed class YamlMap(YamlMappingNode node, YamlFile file)
{
    private readonly HashSet<string> _known = [];

    public ContentPlace Place => file.PlaceOf(node);

    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? string.Empty);

    public bool Has(string key) => Find(key) is not null;

    public ContentPlace PlaceOf(string key) => Find(key) is { } value ? file.PlaceOf(value) : Place;

    /// <summary>A text that must be there.</summary>
    public string Text(string key)
    {
        string? text = TextOrNull(key);
        if (string.IsNullOrWhiteSpace(text) && !(Has(key) && text is null))
        {
            file.Report(Place, $"the field '{key}' is missing; write '{key}: ...'.");
        }

        return text ?? string.Empty;
    }

    public string? TextOrNull(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value?.TrimEnd() ?? string.Empty;
            case YamlNode other:
                file.Report(file.PlaceOf(other), $"'{key}' must be a text.");
                return null;
        }
    }

    public double? Number(string key)
    {
        if (TextOrNull(key) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            return number;
        }

        file.Report(PlaceOf(key), $"'{key}: {text}' must be a number.");
        return null;
    }

    public bool Flag(string key)
    {
        string? text = TextOrNull(key);
        if (text is not (null or "true" or "false"))
        {
            file.Report(PlaceOf(key), $"'{key}: {text}' must be true or false.");
        }

        return text == "true";
    }

    /// <summary>A list of texts; one text alone counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlScalarNode scalar:
                return [scalar.Value ?? string.Empty];
            case YamlSequenceNode sequence when sequence.Children.All(child => child is YamlScalarNode):
                return [.. sequence.Children.Cast<YamlScalarNode>().Select(child => child.Value ?? string.Empty)];
            case YamlNode other:
                file.Report(file.PlaceOf(other), $"'{key}' must be a list of texts.");
                return [];
        }
    }

    public YamlMap? Map(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlMappingNode mapping:
                return new YamlMap(mapping, file);
            case YamlNode other:
                file.Report(file.PlaceOf(other), $"'{key}' must have fields of its own, such as '{key}: {{...}}'.");
                return null;
        }
    }

    public IReadOnlyList<YamlMap> Maps(string key) => Find(key) is { } value ? file.Maps(value, $"'{key}'") : [];

    /// <summary>Whether a field is a list of mappings, where it may also be a word.</summary>
    public bool IsList(string key) => Find(key) is YamlSequenceNode;

    /// <summary>To be called when everything was read: a field that nobody asked for is a slip of the pen.</summary>
    public void NothingElse()
    {
        foreach (YamlNode key in node.Children.Keys)
        {
            string name = (key as YamlScalarNode)?.Value ?? string.Empty;
            if (!_known.Contains(name))
            {
                file.Report(file.PlaceOf(key), $"there is no field '{name}' here; there are {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    public void Report(string key, string message) => file.Report(PlaceOf(key), message);

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;
    }
}

using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBasics.Lab;

/// <summary>
/// Changes to a source text, collected in any order and made at once. None brings a new line and none takes one away, so that every line
/// keeps its number.
/// </summary>
internal sealed class SourceEdits
{
    private readonly List<Edit> _edits = [];

    /// <summary>Puts a pair of texts around a stretch. Of several around the same one, the first that is given is the outermost.</summary>
    public void Wrap(TextSpan span, string before, string after)
    {
        Before(span.Start, before);
        After(span.End, after);
    }

    /// <summary>Puts a text before what begins at a position.</summary>
    public void Before(int position, string text) => Add(new TextSpan(position, 0), text, EditPlace.BeforeWhatBegins);

    /// <summary>Puts a text behind what ends at a position.</summary>
    public void After(int position, string text) => Add(new TextSpan(position, 0), text, EditPlace.BehindWhatEnds);

    /// <summary>Puts a text in the place of a stretch.</summary>
    public void Replace(TextSpan span, string text) => Add(span, text, EditPlace.InPlace);

    /// <summary>The text with all changes made.</summary>
    public string Apply(SourceText source)
    {
        string text = source.ToString();
        var result = new StringBuilder(text.Length * 2);
        int position = 0;
        foreach (Edit edit in _edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Place).ThenBy(edit => edit.Order))
        {
            result.Append(text, position, edit.Span.Start - position).Append(edit.Text);
            position = edit.Span.End;
            result.Append('\n', text.AsSpan(edit.Span.Start, edit.Span.Length).Count('\n'));
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    private void Add(TextSpan span, string text, EditPlace place)
    {
        // What ends at one position was begun from the outside to the inside: it is closed the other way round.
        int order = place == EditPlace.BehindWhatEnds ? -_edits.Count : _edits.Count;
        _edits.Add(new Edit(span, text, place, order));
    }

    private enum EditPlace
    {
        BehindWhatEnds,
        BeforeWhatBegins,
        InPlace,
    }

    private readonly record struct Edit(TextSpan Span, string Text, EditPlace Place, int Order);
}

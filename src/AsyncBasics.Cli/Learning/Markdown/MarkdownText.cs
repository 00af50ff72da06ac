using AsyncBasics.Course;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using CodeBlock = Markdig.Syntax.CodeBlock;

namespace AsyncBasics.Cli;

/// <summary>Draws Markdown as lines for a terminal.</summary>
/// <param name="width">The columns there are.</param>
/// <param name="unicode">Whether characters beyond ASCII can be shown.</param>
/// <param name="colour">Whether colours are wanted.</param>
internal sealed class MarkdownText(int width, bool unicode, bool colour)
{
    private const int CodeIndent = 2;

    private readonly InlineText _inline = new(colour);

    /// <summary>The lines, without spaces at their ends.</summary>
    public IReadOnlyList<string> Render(string markdown) =>
        [.. Blocks(Markdig.Markdown.Parse(markdown, StepMarkdown.Pipeline), width).Select(ToText)];

    /// <summary>Code in its colours, as a block of its own.</summary>
    public IReadOnlyList<string> RenderCode(string code, bool isCSharp = true) => [.. Code(code.Split('\n'), isCSharp, width).Select(ToText)];

    private string ToText(IReadOnlyList<Inked> line)
    {
        Inked[] pieces = [.. line];
        for (int i = pieces.Length - 1; i >= 0; i--)
        {
            pieces[i] = pieces[i] with { Text = pieces[i].Text.TrimEnd() };
            if (pieces[i].Text.Length > 0)
            {
                break;
            }
        }

        return Inked.ToText(pieces.Select(piece => piece with { Text = Glyphs.Shown(piece.Text, unicode) }), colour);
    }

    private List<IReadOnlyList<Inked>> Blocks(ContainerBlock container, int room, bool isTight = false)
    {
        List<IReadOnlyList<Inked>> lines = [];
        foreach (Block block in container)
        {
            IReadOnlyList<IReadOnlyList<Inked>> drawn = Draw(block, room);
            if (drawn.Count > 0 && lines.Count > 0 && !isTight)
            {
                lines.Add([]);
            }

            lines.AddRange(drawn);
        }

        return lines;
    }

    private IReadOnlyList<IReadOnlyList<Inked>> Draw(Block block, int room) => block switch
    {
        HeadingBlock heading => Heading(heading, room),
        ParagraphBlock paragraph => LineWrap.Wrap(_inline.Of(paragraph.Inline), room),
        CodeBlock code => Code(LinesOf(code), (code as FencedCodeBlock)?.Info is "csharp" or "cs", room),
        ListBlock list => List(list, room),
        AlertBlock alert => Alert(alert, room),
        QuoteBlock quote => Framed(Blocks(quote, room - 2), Ink.Quiet),
        Table table => new TableText(_inline).Draw(table, room),
        ThematicBreakBlock => [[new Inked(new string('─', room), Ink.Quiet)]],
        ContainerBlock container => Blocks(container, room),
        LeafBlock leaf => [.. LinesOf(leaf).Select(line => (IReadOnlyList<Inked>)[new Inked(line)])],
        _ => [],
    };

    private IReadOnlyList<IReadOnlyList<Inked>> Heading(HeadingBlock heading, int room)
    {
        IReadOnlyList<IReadOnlyList<Inked>> lines = LineWrap.Wrap(_inline.Of(heading.Inline, Ink.Heading), room);
        int longest = lines.Count == 0 ? 0 : lines.Max(line => line.Sum(piece => AnsiCodes.Columns(piece.Text)));
        char line = heading.Level == 1 ? '═' : '─';
        return heading.Level > 2 ? lines : [.. lines, [new Inked(new string(line, longest), Ink.Quiet)]];
    }

    private List<IReadOnlyList<Inked>> List(ListBlock list, int room)
    {
        List<IReadOnlyList<Inked>> lines = [];
        int number = int.TryParse(list.OrderedStart, out int start) ? start : 1;
        foreach (Block item in list)
        {
            string mark = list.IsOrdered ? $" {number++}. " : " • ";
            List<IReadOnlyList<Inked>> drawn = Blocks((ContainerBlock)item, room - mark.Length, isTight: !list.IsLoose);
            if (list.IsLoose && lines.Count > 0)
            {
                lines.Add([]);
            }

            lines.AddRange(drawn.Select((line, i) => (IReadOnlyList<Inked>)[new Inked(i == 0 ? mark : new string(' ', mark.Length)), .. line]));
        }

        return lines;
    }

    private List<IReadOnlyList<Inked>> Alert(AlertBlock alert, int room)
    {
        string kind = alert.Kind.ToString().ToUpperInvariant();
        Ink ink = kind is "WARNING" or "CAUTION" ? Ink.Warning : Ink.Note;
        string word = $"{kind[..1]}{kind[1..].ToLowerInvariant()}";
        return Framed([[new Inked(word, ink)], .. Blocks(alert, room - 2)], ink);
    }

    private static List<IReadOnlyList<Inked>> Framed(IEnumerable<IReadOnlyList<Inked>> lines, Ink ink) =>
        [.. lines.Select(line => (IReadOnlyList<Inked>)[new Inked("│ ", ink), .. line])];

    private static List<IReadOnlyList<Inked>> Code(IEnumerable<string> code, bool isCSharp, int room)
    {
        List<IReadOnlyList<Inked>> lines = [];
        foreach (string line in code)
        {
            IReadOnlyList<Inked> pieces = isCSharp ? CSharpInk.Line(line) : [new Inked(line)];
            lines.AddRange(CodeFold.Fold(pieces, room - CodeIndent).Select(part =>
                (IReadOnlyList<Inked>)[new Inked(new string(' ', CodeIndent)), .. part]));
        }

        return lines;
    }

    private static IEnumerable<string> LinesOf(LeafBlock block) =>
        Enumerable.Range(0, block.Lines.Count).Select(i => block.Lines.Lines[i].Slice.ToString());
}

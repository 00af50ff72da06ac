using Markdig.Syntax.Inlines;

namespace AsyncBasics.Cli;

/// <summary>What stands inside a paragraph of Markdown, as pieces in ink.</summary>
internal sealed class InlineText(bool colour)
{
    public IReadOnlyList<Inked> Of(ContainerInline? inlines, Ink ink = Ink.Plain) =>
        inlines is null ? [] : [.. inlines.SelectMany(inline => Of(inline, ink))];

    private IEnumerable<Inked> Of(Inline inline, Ink ink) => inline switch
    {
        LiteralInline literal => [new Inked(literal.Content.ToString(), ink)],
        // Without colours the marks that the author typed say what is code and what is stressed.
        CodeInline code => [new Inked(colour ? code.Content : $"`{code.Content}`", Ink.Code)],
        EmphasisInline { DelimiterCount: 2 } strong => Marked(strong, "**", Ink.Strong),
        EmphasisInline emphasis => Marked(emphasis, "*", Ink.Emphasis),
        LineBreakInline { IsHard: true } => [new Inked("\n")],
        LineBreakInline => [new Inked(" ", ink)],
        LinkInline link => Link(link, ink),
        AutolinkInline link => [new Inked(link.Url, Ink.Code)],
        HtmlEntityInline entity => [new Inked(entity.Transcoded.ToString(), ink)],
        HtmlInline html => [new Inked(html.Tag, ink)],
        ContainerInline container => Of(container, ink),
        _ => [new Inked(inline.ToString() ?? string.Empty, ink)],
    };

    private IEnumerable<Inked> Marked(ContainerInline container, string mark, Ink ink) => colour
        ? Of(container, ink)
        : [new Inked(mark), .. Of(container, ink), new Inked(mark)];

    private IEnumerable<Inked> Link(LinkInline link, Ink ink)
    {
        IReadOnlyList<Inked> text = Of(link, ink);
        bool leadsAway = link.Url?.Contains("://", StringComparison.Ordinal) ?? false;
        return leadsAway ? [.. text, new Inked($" ({link.Url})", Ink.Quiet)] : text;
    }
}

namespace AsyncBasics.Lab;

/// <summary>What a kind of finding means, with a small program that shows it and the same program repaired.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">What it means and what to do, in Markdown.</param>
/// <param name="Bad">A program in which the lab finds it, and nothing else.</param>
/// <param name="Good">The program repaired: the lab finds nothing in it.</param>
public sealed record Explanation(FindingKind Kind, string Text, string Bad, string Good)
{
    /// <summary>The explanation of each kind, in the order of their numbers.</summary>
    public static IReadOnlyList<Explanation> All { get; } = [.. FindingKind.All.Select(Read)];

    /// <summary>The explanation of a kind.</summary>
    /// <param name="idOrSlug">Its number or its name, in capitals or not: <c>AB004</c>, <c>await-right-after-create</c>.</param>
    /// <returns>The explanation, or <see langword="null"/> when there is no such kind.</returns>
    public static Explanation? Of(string idOrSlug) => All.FirstOrDefault(explanation =>
        explanation.Kind.Id.Equals(idOrSlug, StringComparison.OrdinalIgnoreCase)
        || explanation.Kind.Slug.Equals(idOrSlug, StringComparison.OrdinalIgnoreCase));

    private static Explanation Read(FindingKind kind) =>
        new(kind, Part(kind, "md"), Part(kind, "bad.cs"), Part(kind, "good.cs"));

    private static string Part(FindingKind kind, string ending) => EmbeddedText.Read($"Findings.Explained.{kind.Id}.{ending}");
}

namespace AsyncBasics.Course;

/// <summary>A word of the lesson.</summary>
/// <param name="Name">The word.</param>
/// <param name="Meaning">What it means, in Markdown.</param>
/// <param name="See">Other words that help.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Term(string Name, string Meaning, IReadOnlyList<string> See, ContentPlace Place);

/// <summary>The same thing in three worlds, in Markdown.</summary>
/// <param name="Asyncio">In Python's asyncio.</param>
/// <param name="Loop">On the loop here.</param>
/// <param name="DotNet">In plain .NET.</param>
public sealed record WordsRow(string Asyncio, string Loop, string DotNet);

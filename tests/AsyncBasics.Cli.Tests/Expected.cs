namespace AsyncBasics.Cli.Tests;

/// <summary>What the lesson's program must print, byte for byte.</summary>
internal static class Expected
{
    public static string Output { get; } = Read("expected-output.txt");

    /// <summary>With the third part and the results.</summary>
    public static string OutputOfAll { get; } = Read("expected-output-all.txt");

    /// <summary>One part of the program, from its title to its total.</summary>
    /// <param name="title">The first word of its title.</param>
    public static string Part(string title) =>
        Output.Split("\n\n").Select(part => part.TrimEnd('\n') + "\n").Single(part => part.StartsWith($"--- {title}", StringComparison.Ordinal));

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", file));
}

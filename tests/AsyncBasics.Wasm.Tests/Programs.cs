namespace AsyncBasics.Wasm.Tests;

/// <summary>The programs that are run natively and in the browser.</summary>
internal static class Programs
{
    /// <summary>Their names: the lesson's own two, and one for each file in the folder.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "lesson/Program.cs",
        "lesson/Program.Task.cs",
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Programs")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!,
    ];

    public static SourceFile[] Read(string name)
    {
        const string Lesson = "lesson/";
        string path = name.StartsWith(Lesson, StringComparison.Ordinal)
            ? Repository.PathOf($"course/01-async-basics/project/{name[Lesson.Length..]}")
            : Path.Combine(AppContext.BaseDirectory, "Programs", name);
        return [new SourceFile(Path.GetFileName(name), File.ReadAllText(path))];
    }
}

namespace AsyncBasics.Course;

/// <summary>A course whose files are held in memory.</summary>
/// <param name="files">Their texts by path.</param>
public sealed class CourseInMemory(IReadOnlyDictionary<string, string> files) : ICourseFiles
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Paths { get; } = [.. files.Keys];

    /// <inheritdoc/>
    public string? Read(string path) => files.GetValueOrDefault(path);
}

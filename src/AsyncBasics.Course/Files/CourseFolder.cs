namespace AsyncBasics.Course;

/// <summary>A course in a folder.</summary>
public sealed class CourseFolder : ICourseFiles
{
    // What a build leaves beside the files of a program, and what editors and version control keep for themselves.
    private static readonly string[] s_notContent = ["bin", "obj"];

    private readonly string _folder;
    private readonly HashSet<string> _paths;

    /// <param name="folder">The folder that holds a folder for each lesson.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public CourseFolder(string folder)
    {
        _folder = Path.GetFullPath(folder);
        _paths = [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(IsContent)];
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Paths => _paths;

    /// <inheritdoc/>
    public string? Read(string path) => _paths.Contains(path) ? File.ReadAllText(Path.Combine(_folder, path)) : null;

    private static bool IsContent(string path) => !path.Split('/').Any(part => part.StartsWith('.') || s_notContent.Contains(part));
}

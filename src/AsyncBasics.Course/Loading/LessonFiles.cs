using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>The files of one lesson, with a note of which were used, and where problems are told.</summary>
internal sealed class LessonFiles(ICourseFiles files, string folder, List<CourseProblem> problems)
{
    private readonly HashSet<string> _used = [];
    private readonly Dictionary<string, SourceFile> _programs = [];

    public string Folder => folder;

    /// <summary>Every program that was asked for, by its path in the lesson.</summary>
    public IReadOnlyDictionary<string, SourceFile> Programs => _programs;

    public ICollection<CourseProblem> Problems => problems;

    /// <summary>The place of a path of the lesson, as a learner of the course's files would look for it.</summary>
    public ContentPlace Place(string path, int line = 0) => new($"{folder}/{path}", line);

    public void Report(ContentPlace place, string message) => problems.Add(new CourseProblem(place.File, place.Line, message));

    /// <summary>The paths of the lesson that begin and end so, in order.</summary>
    public IEnumerable<string> PathsLike(string start, string end) => files.Paths
        .Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal))
        .Select(path => path[(folder.Length + 1)..])
        .Where(path => path.StartsWith(start, StringComparison.Ordinal) && path.EndsWith(end, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The text of a file that must be there.</summary>
    /// <param name="path">Its path in the lesson.</param>
    /// <param name="asker">Where it is asked for.</param>
    public string? Read(string path, ContentPlace asker)
    {
        if (ReadIfThere(path) is { } text)
        {
            return text;
        }

        Report(asker, $"there is no file {path} in {folder}.");
        return null;
    }

    public string? ReadIfThere(string path)
    {
        _used.Add(path);
        return files.Read($"{folder}/{path}")?.ReplaceLineEndings("\n");
    }

    /// <summary>A program that must be there; an empty one when it is not, which is told.</summary>
    public SourceFile Program(string path, ContentPlace asker)
    {
        if (_programs.TryGetValue(path, out SourceFile? known))
        {
            return known;
        }

        if (Read(path, asker) is not { } text)
        {
            return new SourceFile(NameOf(path), string.Empty);
        }

        var program = new SourceFile(NameOf(path), text);
        _programs.Add(path, program);
        return program;
    }

    public YamlMap? Map(string path, ContentPlace asker) =>
        Read(path, asker) is { } text ? YamlFile.ReadMap($"{folder}/{path}", text, problems) : null;

    /// <summary>The list of mappings in a file; empty when there is no such file.</summary>
    public IReadOnlyList<YamlMap> Maps(string path) =>
        ReadIfThere(path) is { } text ? YamlFile.ReadMaps($"{folder}/{path}", text, problems) : [];

    /// <summary>Tells of files that nothing mentions.</summary>
    public void ReportUnused()
    {
        foreach (string path in PathsLike(string.Empty, string.Empty).Where(path => !_used.Contains(path) && !IsFree(path)))
        {
            Report(Place(path), "nothing mentions this file; name it where it belongs, or remove it.");
        }
    }

    /// <summary>Pictures and the lesson's own project are not listed anywhere.</summary>
    private static bool IsFree(string path) =>
        path.StartsWith("project/", StringComparison.Ordinal) || path.StartsWith("pictures/", StringComparison.Ordinal)
        || path.EndsWith("README.md", StringComparison.Ordinal);

    private static string NameOf(string path) => path.Split('/')[^1];
}

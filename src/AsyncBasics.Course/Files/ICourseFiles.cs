namespace AsyncBasics.Course;

/// <summary>The files of a course, wherever they lie: in a folder, or in memory where there are no folders.</summary>
public interface ICourseFiles
{
    /// <summary>The paths of all files, relative to the course, with <c>/</c> between their parts.</summary>
    IReadOnlyCollection<string> Paths { get; }

    /// <summary>What is in a file; <see langword="null"/> when there is no such file.</summary>
    /// <param name="path">One of <see cref="Paths"/>.</param>
    string? Read(string path);
}

namespace AsyncBasics.Course;

/// <summary>Something that is wrong in the files of a course.</summary>
/// <param name="File">The file's path in the course.</param>
/// <param name="Line">The line, counted from one; zero when it is about the file as a whole.</param>
/// <param name="Message">What is wrong and what to do, in one sentence.</param>
public sealed record CourseProblem(string File, int Line, string Message)
{
    /// <summary>As a compiler would write it: <c>file:line: sentence</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}

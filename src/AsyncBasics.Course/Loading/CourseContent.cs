namespace AsyncBasics.Course;

/// <summary>A course as it was read: its lessons, and what is wrong in its files.</summary>
/// <param name="Lessons">The lessons, in the order of their folders' names.</param>
/// <param name="Problems">What is wrong, in the order of the files; a course with problems is not to be taught.</param>
public sealed record CourseContent(IReadOnlyList<CourseLesson> Lessons, IReadOnlyList<CourseProblem> Problems)
{
    /// <summary>Reads a course: each folder that has a <c>lesson.yaml</c> is a lesson.</summary>
    public static CourseContent Load(ICourseFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        const string LessonFile = "/lesson.yaml";
        var problems = new List<CourseProblem>();
        string[] folders = [.. files.Paths
            .Where(path => path.EndsWith(LessonFile, StringComparison.Ordinal) && path.Count(letter => letter == '/') == 1)
            .Select(path => path[..^LessonFile.Length])
            .Order(StringComparer.Ordinal)];
        if (folders.Length == 0)
        {
            problems.Add(new CourseProblem("lesson.yaml", 0, "there is no lesson here: each lesson is a folder with a file lesson.yaml."));
        }

        CourseLesson[] lessons = [.. folders.Select(folder => LessonLoader.Load(new LessonFiles(files, folder, problems)))];
        CourseProblem[] inOrder = [.. problems
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)];
        return new CourseContent(lessons, inOrder);
    }
}

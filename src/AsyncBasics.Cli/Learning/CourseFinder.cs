using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary>Finds the course's files: those that came with the command, or others.</summary>
internal static class CourseFinder
{
    private const string FolderBesideTheCommand = "course";

    /// <exception cref="UsageException">There is no such folder.</exception>
    public static CourseContent Load(string? asked)
    {
        string folder = asked ?? Path.Combine(AppContext.BaseDirectory, FolderBesideTheCommand);
        try
        {
            return CourseContent.Load(new CourseFolder(folder));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException(asked is null
                ? $"The course that belongs to this command is not at {folder}: install async-basics again, or name a folder with --course DIR."
                : $"--course {Quoting.Shown(asked)}: there is no course in this folder.");
        }
    }

    /// <summary>The lesson that is asked for, or the first, out of a course without problems.</summary>
    /// <exception cref="UsageException">The course has problems, or there is no such lesson.</exception>
    public static CourseLesson Lesson(string? course, string? lesson)
    {
        CourseContent content = Load(course);
        if (content.Problems is [CourseProblem problem, ..])
        {
            throw new UsageException($"The course cannot be taught: {problem} All of it is told by async-basics course check.");
        }

        if (lesson is null)
        {
            return content.Lessons[0];
        }

        string[] ids = [.. content.Lessons.Select(known => known.Id)];
        CourseLesson? found = content.Lessons.FirstOrDefault(known => known.Id == lesson)
            ?? content.Lessons.FirstOrDefault(known => Names.IsShortFor(lesson, known.Id));
        return found ?? throw new UsageException($"--lesson {Quoting.Shown(lesson)}: there is no such lesson; there are {string.Join(", ", ids)}.");
    }
}

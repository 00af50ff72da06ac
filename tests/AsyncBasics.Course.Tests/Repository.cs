using System.Reflection;

namespace AsyncBasics.Course.Tests;

/// <summary>The checkout in which these tests were built.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The course of this checkout.</summary>
    public static CourseContent Course { get; } = CourseContent.Load(new CourseFolder(Path.Combine(Root, "course")));
}

using AsyncBasics.Lab;

namespace AsyncBasics.Course.Tests;

/// <summary>The course that comes with the project.</summary>
public class OwnCourseTests
{
    [Fact]
    public void Load_OfTheCourse_FindsNoProblems() =>
        Assert.Equal([], Repository.Course.Problems.Select(problem => problem.ToString()));

    /// <remarks>
    /// Runs every program of the course: each compiles, each prediction and question fits what happens, each experiment shows its finding, and
    /// each exercise's check accepts both solutions and refuses the starter and every mutant.
    /// </remarks>
    [Fact]
    public void Check_OfTheCourse_FindsNoProblems() => Assert.Equal(
        [],
        Repository.Course.Lessons
            .SelectMany(lesson => new LessonTrial(lesson, program => Laboratory.Run([program])).Check())
            .Select(problem => problem.ToString()));
}

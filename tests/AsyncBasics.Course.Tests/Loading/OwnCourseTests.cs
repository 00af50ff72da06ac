namespace AsyncBasics.Course.Tests;

/// <summary>The course that comes with the project.</summary>
public class OwnCourseTests
{
    [Fact]
    public void Load_OfTheCourse_FindsNoProblems() =>
        Assert.Equal([], Repository.Course.Problems.Select(problem => problem.ToString()));
}

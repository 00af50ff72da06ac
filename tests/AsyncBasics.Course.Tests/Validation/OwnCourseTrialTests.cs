using AsyncBasics.Lab;

namespace AsyncBasics.Course.Tests;

/// <summary>Tries out the course that comes with the project.</summary>
public class OwnCourseTrialTests
{
    /// <summary>
    /// All programs compile, the lab finds in each experiment what it says, every question has one right answer, every check refuses its mutants
    /// and accepts its solutions.
    /// </summary>
    [Fact]
    public void Check_OfTheCourse_FindsNoProblems() => Assert.Equal(
        [],
        Repository.Course.Lessons
            .SelectMany(lesson => new LessonTrial(lesson, program => Laboratory.Run([program])).Check())
            .Select(problem => problem.ToString()));

    [Fact]
    public void FirstLesson_IsComplete()
    {
        CourseLesson lesson = Repository.Course.Lessons[0];

        Assert.Equal(5, lesson.Steps.Count);
        Assert.All(lesson.Steps, step => Assert.Contains(step.Blocks, block => block is PredictBlock));
        Assert.All(
            lesson.Steps,
            step => Assert.Equal(2, step.Blocks.OfType<CodeBlock>().Select(block => block.Dialect).OfType<Dialect>().Distinct().Count()));
        Assert.All(Enum.GetValues<ExperimentKind>(), kind => Assert.Equal(3, lesson.Experiments.Count(experiment => experiment.Kind == kind)));
        Assert.InRange(lesson.Exercises.Count, 14, int.MaxValue);
        Assert.InRange(lesson.Quiz.Sum(group => group.Questions.Count), 20, int.MaxValue);
        Assert.InRange(lesson.Cards.Count, 30, int.MaxValue);
        Assert.Equal(4, lesson.Explain.Count);
        Assert.Equal(4, lesson.Mastery.Count);
        Assert.NotEmpty(lesson.Glossary);
        Assert.NotEmpty(lesson.Words);
    }
}

namespace AsyncBasics.Course;

/// <summary>How far a learner is with a point of the mastery check.</summary>
/// <param name="Point">The point.</param>
/// <param name="Tasks">What it asks for, and whether that is passed.</param>
public sealed record MasteryState(MasteryPoint Point, IReadOnlyList<MasteryTaskState> Tasks)
{
    /// <summary>Whether all of it is passed.</summary>
    public bool IsPassed => Tasks.All(task => task.IsPassed);
}

/// <summary>How far a learner is with something to pass.</summary>
/// <param name="Task">What is to be passed.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Needed">How much of it is needed.</param>
public sealed record MasteryTaskState(MasteryTask Task, int Done, int Needed)
{
    /// <summary>Whether that is enough.</summary>
    public bool IsPassed => Done >= Needed;
}

/// <summary>The mastery check: each point is passed by doing, not by saying so.</summary>
public static class MasteryCheck
{
    /// <summary>How far a learner is with each point.</summary>
    public static IReadOnlyList<MasteryState> Examine(CourseLesson lesson, LearnerProgress progress)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(progress);
        return [.. lesson.Mastery.Select(point => new MasteryState(point, [.. point.Passes.Select(task => Examine(lesson, progress, task))]))];
    }

    private static MasteryTaskState Examine(CourseLesson lesson, LearnerProgress progress, MasteryTask task)
    {
        if (task.Kind == MasteryKind.Quiz)
        {
            QuizGroup group = lesson.Quiz.First(group => group.Id == task.Item);
            int right = group.Questions.Count(question => progress.LastAnswer(group.Id, question.Id) == true);
            // A little less, so that four fifths of ten are eight on every machine.
            return new MasteryTaskState(task, right, (int)Math.Ceiling((group.Questions.Count * task.Share) - 1e-9));
        }

        bool isDone = task.Kind switch
        {
            MasteryKind.Exercise => progress.HasRight(LearningEventKind.ExerciseChecked, task.Item),
            MasteryKind.Prediction => progress.HasRight(LearningEventKind.Predicted, task.Item),
            _ => progress.Has(LearningEventKind.Explained, task.Item),
        };
        return new MasteryTaskState(task, isDone ? 1 : 0, 1);
    }
}

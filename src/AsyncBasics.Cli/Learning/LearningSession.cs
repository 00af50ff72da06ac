using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary>A learner at work in a lesson: what is taught, what was done, and who talks to whom.</summary>
internal sealed class LearningSession(CourseLesson lesson, ProgressStore store, Conversation talk, TimeProvider clock, int? seed)
{
    private LearnerProgress? _progress;

    public CourseLesson Lesson => lesson;

    public ProgressStore Store => store;

    public Conversation Talk => talk;

    /// <summary>The moment, in the learner's time zone.</summary>
    public DateTimeOffset Now => clock.GetLocalNow();

    /// <summary>What was done in the lesson, on this terminal and others, up to now.</summary>
    public LearnerProgress Progress => _progress ??= LearnerProgress.From(store.ReadAll(), lesson.Id);

    public ProgramRuns Runs { get; } = new();

    /// <summary>How to shuffle what is asked: differently each time it is asked, unless the learner wants it otherwise.</summary>
    /// <param name="kind">What is asked.</param>
    /// <param name="item">Its id.</param>
    public int SeedFor(LearningEventKind kind, string item) => seed ?? Progress.Count(kind, item) + 1;

    /// <summary>Saves at once what the learner did.</summary>
    public void Record(LearningEventKind kind, string item, bool? isRight = null, int? number = null, string? text = null, string? detail = null)
    {
        store.Add(new LearningEvent
        {
            Id = Guid.NewGuid(),
            At = clock.GetUtcNow(),
            Kind = kind,
            Lesson = lesson.Id,
            Item = item,
            IsRight = isRight,
            Number = number,
            Text = string.IsNullOrWhiteSpace(text) ? null : text,
            Detail = detail,
        });
        _progress = null;
    }
}

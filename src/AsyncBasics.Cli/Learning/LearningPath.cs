using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary>A part of the way through a lesson.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What it is, in a word.</param>
/// <param name="IsDone">Whether a learner has been through it.</param>
/// <param name="Go">Goes through it.</param>
internal sealed record LearningPart(
    string Id, string Title, string Kind, Func<LearnerProgress, bool> IsDone, Action<LearningSession, Lab.Dialect?> Go);

/// <summary>The way through a lesson: steps, experiments, questions to answer in one's own words.</summary>
internal static class LearningPath
{
    public static IReadOnlyList<LearningPart> Of(CourseLesson lesson) =>
    [
        .. lesson.Steps.Select(step => new LearningPart(
            step.Id,
            step.Title,
            "Step",
            progress => progress.Has(LearningEventKind.StepRead, step.Id),
            (session, dialect) => new StepTalk(session, dialect).Hold(step))),
        .. lesson.Experiments.Select(experiment => new LearningPart(
            experiment.Id,
            experiment.Title,
            $"{experiment.Kind} it",
            progress => progress.Has(LearningEventKind.ExperimentRun, experiment.Id),
            (session, dialect) => new ExperimentTalk(session, dialect).Hold(experiment))),
        .. lesson.Explain.Select(question => new LearningPart(
            ExplainTalk.PartId(lesson, question.Id),
            question.Question,
            "Explain it",
            progress => progress.Has(LearningEventKind.Explained, question.Id),
            (session, _) => new ExplainTalk(session).Hold(question))),
    ];
}

/// <summary>Lists the way, and how far a learner has come.</summary>
internal sealed class LearningPathList(LearningSession session, IReadOnlyList<LearningPart> path)
{
    public void Show()
    {
        Conversation talk = session.Talk;
        talk.Heading(session.Lesson.Title);
        talk.SayMarkdown(session.Lesson.Summary);
        LearningPart? next = path.FirstOrDefault(part => !part.IsDone(session.Progress));
        int widest = path.Max(part => part.Id.Length);
        string kind = string.Empty;
        foreach (LearningPart part in path)
        {
            if (part.Kind != kind)
            {
                talk.Say(Ink.Strong, part.Kind == "Step" ? "Read it" : part.Kind);
                kind = part.Kind;
            }

            bool isDone = part.IsDone(session.Progress);
            (string sign, Ink ink) = isDone ? ("✓", Ink.Good) : part == next ? ("▶", Ink.Note) : ("○", Ink.Quiet);
            int room = talk.Width - widest - 7;
            string title = part.Title.Length > room ? $"{part.Title[..Math.Max(0, room - 1)].TrimEnd()}…" : part.Title;
            talk.Say(new Inked($"  {sign} ", ink), new Inked(part.Id.PadRight(widest + 2), Ink.Code), new Inked(title));
        }

        talk.Say();
        talk.Say(next is null
            ? "All of it is done."
            : $"Go on with async-basics learn; go anywhere with async-basics learn {next.Id}.");
    }
}

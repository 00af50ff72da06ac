using AsyncBasics.Course;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>A learner's work on exercises: begins them, checks them, gives hints.</summary>
internal sealed class ExerciseDesk(LearningSession session, ExerciseFolder folder, LearnersRuns runs)
{
    public Conversation Talk => session.Talk;

    public ExerciseFolder Folder => folder;

    /// <summary>The first exercise that is not passed; <see langword="null"/> when all are.</summary>
    public Exercise? Next => session.Lesson.Exercises.FirstOrDefault(exercise => !IsPassed(exercise));

    /// <summary>The next behind an exercise that is not passed, or the first of all; <see langword="null"/> when all are.</summary>
    public Exercise? NextAfter(Exercise exercise) =>
        session.Lesson.Exercises.SkipWhile(known => known != exercise).FirstOrDefault(known => !IsPassed(known)) ?? Next;

    public bool IsPassed(Exercise exercise) => session.Progress.HasRight(LearningEventKind.ExerciseChecked, exercise.Id);

    /// <summary>What was asked for, or the next one.</summary>
    /// <exception cref="UsageException">There is no such exercise, or none is left.</exception>
    public Exercise Find(string? word) => word is null
        ? Next ?? throw new UsageException("You have passed all exercises: name one, such as async-basics exercise check 1.")
        : Names.Find(word, session.Lesson.Exercises, exercise => exercise.Id, "exercise", "exercise list");

    /// <summary>Says what an exercise asks for, and where its file is.</summary>
    public void Introduce(Exercise exercise)
    {
        bool isNew = folder.Begin(exercise);
        Talk.Heading($"{exercise.Id} · {exercise.Title}");
        Talk.Say();
        Talk.SayMarkdown(exercise.Goal);
        Talk.Say(new Inked(isNew ? "Your file: " : "Your file, begun before: ", Ink.Quiet), new Inked(folder.PathOf(exercise), Ink.Strong));
        Talk.Say(Ink.Quiet, $"It is about: {exercise.Concept} (async-basics glossary {exercise.Concept})");
        Talk.Say();
    }

    /// <summary>Runs the learner's file and holds it against the check.</summary>
    public ExerciseVerdict Check(Exercise exercise)
    {
        SourceFile file = folder.Read(exercise);
        ExerciseVerdict verdict = ExerciseVerdict.Of(exercise, runs.Run(file));
        session.Record(
            LearningEventKind.ExerciseChecked, exercise.Id, verdict.IsPassed, detail: verdict.IsPassed ? null : verdict.Failures[0].Message);
        ShowVerdict(exercise, verdict);
        MakeCards(exercise, verdict);
        return verdict;
    }

    /// <summary>Shows a hint, the first of them being number one.</summary>
    public void ShowHint(Exercise exercise, int number)
    {
        session.Record(LearningEventKind.HintShown, exercise.Id, number: number);
        Talk.Say(Ink.Note, $"Hint {number} of {exercise.Hints.Count}");
        Talk.SayMarkdown(exercise.Hints[number - 1]);
    }

    /// <summary>How many hints of an exercise were shown.</summary>
    public int HintsShown(Exercise exercise) => Math.Min(session.Progress.HintsShown(exercise.Id), exercise.Hints.Count);

    /// <summary>Shows the solution and the one in another style.</summary>
    public void ShowSolution(Exercise exercise)
    {
        session.Record(LearningEventKind.SolutionShown, exercise.Id);
        Talk.Say(Ink.Strong, "A solution");
        Talk.SayCode(exercise.Solution.ShownText());
        Talk.Say(Ink.Strong, "Another, in a different style");
        Talk.SayCode(exercise.Alternative.ShownText());
    }

    private void ShowVerdict(Exercise exercise, ExerciseVerdict verdict)
    {
        RunScreen.Show(Talk, verdict.Report);
        if (verdict.IsPassed)
        {
            Talk.Judge(true, $"{exercise.Id} passed.");
            Talk.Say();
            Talk.SayMarkdown(exercise.After);
            return;
        }

        Talk.Judge(false, $"{exercise.Id} is not there yet.");
        foreach (CheckFailure failure in verdict.Failures)
        {
            Talk.Say();
            Talk.SayLines(Indented(failure.Message, Ink.Plain));
            Talk.SayLines(Indented($"Measured: {failure.Evidence}", Ink.Quiet));
        }

        Talk.Say();
    }

    private IEnumerable<string> Indented(string markdown, Ink ink)
    {
        const string Indent = "  ";
        IReadOnlyList<string> lines = ink == Ink.Plain
            ? new MarkdownText(Talk.Width - Indent.Length, Talk.Terminal.Unicode, Talk.Terminal.Colour).Render(markdown)
            : [.. LineWrap.Wrap([new Inked(Glyphs.Shown(markdown, Talk.Terminal.Unicode), ink)], Talk.Width - Indent.Length)
                .Select(line => Inked.ToText(line, Talk.Terminal.Colour))];
        return lines.Select(line => Indent + line);
    }

    /// <summary>A mistake in one's own code is the best card.</summary>
    private void MakeCards(Exercise exercise, ExerciseVerdict verdict)
    {
        int made = 0;
        foreach (Finding finding in verdict.IsPassed ? [] : verdict.Report.Findings)
        {
            Card card = FindingCard.Make(exercise.Id, verdict.Report, finding);
            if (!session.Progress.Has(LearningEventKind.CardMade, card.Id))
            {
                session.Record(LearningEventKind.CardMade, card.Id, text: card.Front, detail: card.Back);
                made++;
            }
        }

        if (made > 0)
        {
            Talk.Say(Ink.Quiet, $"{(made == 1 ? "A card" : $"{made} cards")} made of this, for async-basics cards.");
            Talk.Say();
        }
    }
}

using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>async-basics exercise</c>: programs to finish, in the learner's own folder, and checks of how they behave.</summary>
internal sealed class ExerciseCommand : ExerciseVerb
{
    public ExerciseCommand()
        : base("exercise", "Exercises: files in your own folder to finish, checked by how they behave. Without a further word it gives the next one.", isNamed: false) =>
        Children =
        [
            new ExerciseListCommand(), new ExerciseNextCommand(), new ExerciseCheckCommand(), new ExerciseWatchCommand(),
            new ExerciseHintCommand(), new ExerciseSolutionCommand(), new ExerciseResetCommand(),
        ];

    public override IReadOnlyList<string> Examples =>
        ["async-basics exercise", "async-basics exercise check", "async-basics exercise watch gather"];

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed) =>
        ExerciseNextCommand.Begin(desk, exercise);
}

/// <summary>A command on an exercise.</summary>
internal abstract class ExerciseVerb : LearningCommand
{
    private readonly Argument<string> _name = Optional(
        "name", "The exercise, by its name or number: the first that you have not passed by default.", lesson => lesson.Exercises.Select(known => known.Id));

    private readonly Option<string> _dir = OptionKinds.Valued("--dir", "DIR", $"Your folder for exercises: ./{ExerciseFolder.Default} by default.");
    private readonly bool _isNamed;

    protected ExerciseVerb(string name, string description, bool isNamed = true)
        : base(name, description, asks: false)
    {
        _isNamed = isNamed;
        Add(isNamed ? [_name, _dir, .. Options] : [_dir, .. Options]);
    }

    protected override string GoOnWith => "async-basics exercise";

    protected override int Teach(LearningSession session, ParseResult parsed)
    {
        var desk = new ExerciseDesk(session, new ExerciseFolder(parsed.GetValue(_dir) ?? ExerciseFolder.Default));
        string? word = _isNamed ? parsed.GetValue(_name) : null;
        if (word is null && desk.Next is null)
        {
            session.Talk.Judge(true, $"You have passed all {session.Lesson.Exercises.Count} exercises.");
            session.Talk.Say("Name one to go back to it: async-basics exercise list lists them.");
            return ExitCodes.Success;
        }

        return Work(desk, session, desk.Find(word), parsed);
    }

    protected abstract int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed);
}

/// <summary><c>exercise list</c>.</summary>
internal sealed class ExerciseListCommand() : ExerciseVerb("list", "Lists the exercises, and which are passed.", isNamed: false)
{
    public override IReadOnlyList<string> Examples => ["async-basics exercise list"];

    protected override int Teach(LearningSession session, ParseResult parsed)
    {
        IReadOnlyList<Exercise> all = session.Lesson.Exercises;
        Exercise? next = all.FirstOrDefault(exercise => !session.Progress.HasRight(LearningEventKind.ExerciseChecked, exercise.Id));
        int widest = all.Max(exercise => exercise.Id.Length);
        foreach (Exercise exercise in all)
        {
            bool isPassed = session.Progress.HasRight(LearningEventKind.ExerciseChecked, exercise.Id);
            (string sign, Ink ink) = isPassed ? ("✓", Ink.Good) : exercise == next ? ("▶", Ink.Note) : ("○", Ink.Quiet);
            session.Talk.Say(
                new Inked($"  {sign} ", ink), new Inked(exercise.Id.PadRight(widest + 2), Ink.Code), new Inked(exercise.Title));
        }

        int passed = all.Count(exercise => session.Progress.HasRight(LearningEventKind.ExerciseChecked, exercise.Id));
        session.Talk.Say();
        session.Talk.Say($"{passed} of {all.Count} passed.");
        return ExitCodes.Success;
    }

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed) => ExitCodes.Success;
}

/// <summary><c>exercise next</c>.</summary>
internal sealed class ExerciseNextCommand() : ExerciseVerb("next", "Puts the next exercise into your folder, and says what it asks for.")
{
    public override IReadOnlyList<string> Examples => ["async-basics exercise next", "async-basics exercise next 5"];

    public static int Begin(ExerciseDesk desk, Exercise exercise)
    {
        desk.Introduce(exercise);
        desk.Talk.Say("Change it in your editor, then: async-basics exercise check");
        desk.Talk.Say("Or have it checked at each save: async-basics exercise watch");
        return ExitCodes.Success;
    }

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed) => Begin(desk, exercise);
}

/// <summary><c>exercise check</c>.</summary>
internal sealed class ExerciseCheckCommand() : ExerciseVerb(
    "check", "Runs your file, shows what happened, and says whether that is what was asked for. The exit code is 1 when it is not.")
{
    public override IReadOnlyList<string> Examples => ["async-basics exercise check", "async-basics exercise check 05-results-in-order"];

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed)
    {
        if (!desk.Folder.Has(exercise))
        {
            throw new UsageException($"There is no {desk.Folder.PathOf(exercise)} yet: async-basics exercise next {exercise.Id} puts it there.");
        }

        if (!desk.Check(exercise).IsPassed)
        {
            int shown = desk.HintsShown(exercise);
            desk.Talk.Say(shown < exercise.Hints.Count
                ? $"Stuck? async-basics exercise hint gives hint {shown + 1} of {exercise.Hints.Count}."
                : "Stuck? async-basics exercise solution shows a solution.");
            return ExitCodes.Failure;
        }

        desk.Talk.Say(desk.Next is { } next
            ? $"Next: {next.Id}, \"{next.Title}\". Begin it with async-basics exercise."
            : "That was the last: all exercises are passed.");
        return ExitCodes.Success;
    }
}

/// <summary><c>exercise watch</c>.</summary>
internal sealed class ExerciseWatchCommand() : ExerciseVerb(
    "watch", "Checks your file each time you save it, shows the next hint, and goes on to the next exercise when it is passed.")
{
    public override IReadOnlyList<string> Examples => ["async-basics exercise watch"];

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed) =>
        new ExerciseWatch(desk, TimeProvider.System).Follow(exercise);
}

/// <summary><c>exercise hint</c>.</summary>
internal sealed class ExerciseHintCommand() : ExerciseVerb("hint", "Gives the next hint: first a question, then a pointer, then nearly all.")
{
    public override IReadOnlyList<string> Examples => ["async-basics exercise hint"];

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed)
    {
        int next = Math.Min(desk.HintsShown(exercise) + 1, exercise.Hints.Count);
        desk.ShowHint(exercise, next);
        if (next == exercise.Hints.Count)
        {
            desk.Talk.Say($"That is the last one. async-basics exercise solution {exercise.Id} shows a solution.");
        }

        return ExitCodes.Success;
    }
}

/// <summary><c>exercise solution</c>.</summary>
internal sealed class ExerciseSolutionCommand : ExerciseVerb
{
    private readonly Option<bool> _yes = OptionKinds.Flag("--yes", "Do not ask before.");

    public ExerciseSolutionCommand()
        : base("solution", "Shows two solutions of an exercise; asks first when you have not passed it.") => Add([_yes]);

    public override IReadOnlyList<string> Examples => ["async-basics exercise solution 3", "async-basics exercise solution 3 --yes"];

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed)
    {
        bool mayShow = parsed.GetValue(_yes) || desk.IsPassed(exercise)
            || desk.Talk.Confirm($"You have not passed {exercise.Id} yet. Show a solution?");
        if (mayShow)
        {
            desk.ShowSolution(exercise);
        }

        return ExitCodes.Success;
    }
}

/// <summary><c>exercise reset</c>.</summary>
internal sealed class ExerciseResetCommand : ExerciseVerb
{
    private readonly Option<bool> _yes = OptionKinds.Flag("--yes", "Do not ask before.");

    public ExerciseResetCommand()
        : base("reset", "Begins an exercise anew; your file is kept beside the new one under another name.") => Add([_yes]);

    public override IReadOnlyList<string> Examples => ["async-basics exercise reset 3"];

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed)
    {
        if (!desk.Folder.Has(exercise))
        {
            desk.Introduce(exercise);
            return ExitCodes.Success;
        }

        if (parsed.GetValue(_yes) || desk.Talk.Confirm($"Begin {exercise.Id} anew? Your file is kept under another name."))
        {
            string kept = desk.Folder.Reset(exercise);
            desk.Talk.Say($"{desk.Folder.PathOf(exercise)} is as it was at the beginning; your file is now {kept}.");
        }

        return ExitCodes.Success;
    }
}

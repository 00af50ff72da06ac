using System.CommandLine;

namespace AsyncBasics.Cli;

/// <summary><c>async-basics learn</c>: the lesson from its first step to its last question, from where one left off.</summary>
internal sealed class LearnCommand : LearningCommand
{
    private readonly Argument<string> _step = Optional(
        "step", "The step, experiment or question to go to.", lesson => LearningPath.Of(lesson).Select(part => part.Id));

    private readonly Option<bool> _list = OptionKinds.Flag("--list", "List all parts of the lesson, and which are done.");
    private readonly Option<string> _dialect = OptionKinds.Choice<Lab.Dialect>("--dialect", "Show code in one dialect only; both by default.");

    public LearnCommand()
        : base("learn", "Goes on with the lesson where you left off: read, predict, run, change, break, fix and explain.") =>
        Add([_step, _list, _dialect, .. Options]);

    public override IReadOnlyList<string> Examples =>
    [
        "async-basics learn", "async-basics learn --list", "async-basics learn gather", "async-basics learn --dialect tasks",
    ];

    protected override int Teach(LearningSession session, ParseResult parsed)
    {
        IReadOnlyList<LearningPart> path = LearningPath.Of(session.Lesson);
        if (parsed.GetValue(_list))
        {
            new LearningPathList(session, path).Show();
            return ExitCodes.Success;
        }

        Lab.Dialect? dialect = parsed.Chosen<Lab.Dialect>(_dialect);
        LearningPart? next = parsed.GetValue(_step) is { } word
            ? Names.Find(word, path, part => part.Id, "step", "learn --list")
            : path.FirstOrDefault(part => !part.IsDone(session.Progress));
        if (next is null)
        {
            session.Talk.Judge(true, "You have been through the whole lesson.");
            session.Talk.Say("Go on with async-basics exercise, quiz, cards or mastery; go back with async-basics learn STEP.");
            return ExitCodes.Success;
        }

        while (next is not null)
        {
            next.Go(session, dialect);
            LearningPart done = next;
            next = path.SkipWhile(part => part != done).Skip(1).FirstOrDefault(part => !part.IsDone(session.Progress))
                ?? path.FirstOrDefault(part => !part.IsDone(session.Progress));
            if (next is not null)
            {
                session.Talk.Pause($"Enter goes on to {next.Kind.ToLowerInvariant()} \"{next.Title}\", q stops here");
                session.Talk.Say();
            }
        }

        session.Talk.Judge(true, "That was the lesson.");
        session.Talk.Say("Now write it yourself: async-basics exercise. What is still missing for mastery: async-basics mastery.");
        return ExitCodes.Success;
    }
}

using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>async-basics progress</c>: what is done, the streak, and the cards that are due.</summary>
internal sealed class ProgressCommand : LearningCommand
{
    public ProgressCommand()
        : base("progress", "Shows what you have done, on how many days in a row, and which cards are due.", asks: false)
    {
        Add(Options);
        Children = [new ProgressExportCommand(), new ProgressImportCommand()];
    }

    public override IReadOnlyList<string> Examples =>
        ["async-basics progress", "async-basics progress export my-progress.json", "async-basics progress import my-progress.json"];

    protected override int Teach(LearningSession session, ParseResult parsed)
    {
        new ProgressPicture(session).Show();
        return ExitCodes.Success;
    }
}

/// <summary><c>progress export</c>.</summary>
internal sealed class ProgressExportCommand : LearningCommand
{
    private readonly Argument<string> _file = new("file")
    {
        Description = "The file to write: standard output by default.",
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public ProgressExportCommand()
        : base("export", "Writes everything you have done as JSON, to keep or to take to another machine.", asks: false) => Add([_file, .. Options]);

    public override IReadOnlyList<string> Examples => ["async-basics progress export my-progress.json"];

    protected override int Teach(LearningSession session, ParseResult parsed)
    {
        IReadOnlyList<LearningEvent> events = session.Store.ReadAll();
        string json = LearningEventsJson.Write(events) + "\n";
        if (parsed.GetValue(_file) is not { } file)
        {
            session.Talk.Terminal.Out.Write(json);
            return ExitCodes.Success;
        }

        if (File.Exists(file))
        {
            throw new UsageException($"{Quoting.Shown(file)} exists already: choose another name.");
        }

        try
        {
            File.WriteAllText(file, json);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Quoting.Shown(file)} cannot be written ({exception.Message.TrimEnd('.')}): choose another name.");
        }

        session.Talk.Say($"{ProgressImportCommand.Things(events.Count)} written to {file}.");
        return ExitCodes.Success;
    }
}

/// <summary><c>progress import</c>.</summary>
internal sealed class ProgressImportCommand : LearningCommand
{
    private readonly Argument<string> _file = new("file") { Description = "The file that export wrote.", HelpName = "FILE", Arity = ArgumentArity.ZeroOrOne };

    public ProgressImportCommand()
        : base("import", "Adds what is in an exported file to your progress; what is there already stays as it is.", asks: false) => Add([_file, .. Options]);

    public override IReadOnlyList<string> Examples => ["async-basics progress import my-progress.json"];

    /// <summary>A number of events, in words.</summary>
    public static string Things(int count) => count == 1 ? "1 thing that you did" : $"{count} things that you did";

    protected override int Teach(LearningSession session, ParseResult parsed)
    {
        string file = parsed.GetValue(_file) ?? throw new UsageException("Say which file: async-basics progress import FILE.");
        IReadOnlyList<LearningEvent> events;
        try
        {
            events = LearningEventsJson.Read(File.ReadAllText(file));
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"{Quoting.Shown(file)} cannot be imported: {wrong.Message}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Quoting.Shown(file)} cannot be read ({exception.Message.TrimEnd('.')}).");
        }

        int added = session.Store.Add(events);
        session.Talk.Say(added == events.Count
            ? $"{Things(added)} added."
            : $"{Things(added)} added; {events.Count - added} were there already.");
        return ExitCodes.Success;
    }
}

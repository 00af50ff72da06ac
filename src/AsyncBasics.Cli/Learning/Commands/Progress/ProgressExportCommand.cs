using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

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

using System.CommandLine;

namespace AsyncBasics.Cli;

/// <summary><c>async-basics run FILE.cs</c>: runs any program, and tells what its tasks did, why it took so long, and what to change.</summary>
internal sealed class RunCommand : Subcommand
{
    private readonly RunCommandOptions _options = new();

    public RunCommand()
        : base("run", "Runs a C# file, draws what every task did, says why it took as long as it did, and what to change.") =>
        _options.AddTo(Command);

    public override IReadOnlyList<string> Examples =>
    [
        "async-basics run Program.cs",
        "async-basics run Program.cs --watch",
        "async-basics run Before.cs --compare After.cs",
        "async-basics run Program.cs --html report.html",
        "async-basics run - < Program.cs",
    ];

    public override int Execute(ParseResult parsed, Terminal terminal)
    {
        RunSettings settings = _options.Read(parsed);
        settings.Files.Check();
        try
        {
            Terminal wanted = _options.Terminal(parsed, terminal);
            using WatchedRun? watched = settings.Watch ? new WatchedRun(settings, wanted) : null;
            return watched is not null ? watched.Execute()
                : settings.Compare is not null ? new ComparedRuns(settings, wanted).Execute()
                : new SingleRun(settings, wanted).Execute();
        }
        catch (FileLostException lost)
        {
            terminal.Error.WriteLine(lost.Message);
            return ExitCodes.Failure;
        }
        catch (LabFailedException failed)
        {
            terminal.Error.WriteLine(failed.Message);
            terminal.Error.WriteLine(failed.Details);
            return ExitCodes.Failure;
        }
    }
}

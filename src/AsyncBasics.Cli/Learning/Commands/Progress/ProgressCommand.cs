using System.CommandLine;

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

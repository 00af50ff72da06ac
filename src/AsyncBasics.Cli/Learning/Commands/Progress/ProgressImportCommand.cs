using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

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

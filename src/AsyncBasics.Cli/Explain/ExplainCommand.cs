using System.CommandLine;
using System.Globalization;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary><c>async-basics explain AB004</c>: what a finding means, with a small example that shows it, and its repair.</summary>
internal sealed class ExplainCommand : Subcommand
{
    private readonly Argument<string?> _finding = new("FINDING")
    {
        Description = "Its number or name, such as AB004 or await-right-after-create; without it, all are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly DisplayOptions _display = new();

    public ExplainCommand()
        : base("explain", "Explains what a finding means, with a small example that shows it, and its repair.")
    {
        _finding.CompletionSources.Add([.. FindingKind.All.Select(kind => kind.Id)]);
        Command.Arguments.Add(_finding);
        foreach (Option option in _display.All)
        {
            Command.Options.Add(option);
        }
    }

    public override IReadOnlyList<string> Examples => ["async-basics explain", "async-basics explain AB004"];

    public override int Execute(ParseResult parsed, Terminal terminal)
    {
        Terminal wanted = _display.Apply(parsed, terminal);
        IEnumerable<string> lines = parsed.GetValue(_finding) is { } named
            ? TextExplanation.Render(Find(named), ReportView.OptionsFor(wanted))
            : List();
        foreach (string line in lines)
        {
            terminal.Out.WriteLine(line);
        }

        return ExitCodes.Success;
    }

    private static Explanation Find(string named)
    {
        string id = named.All(char.IsAsciiDigit) && int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? $"AB{number:000}"
            : named;
        return Explanation.Of(id) ?? throw new UsageException($"There is no finding {Quoting.Shown(named)}: {Advice(named)}");
    }

    private static string Advice(string named) =>
        DidYouMean.Nearest(named.ToLowerInvariant(), FindingKind.All.Select(kind => kind.Slug)) is { } near
            ? $"did you mean {near}?"
            : "async-basics explain lists them all.";

    private static IEnumerable<string> List()
    {
        int longest = FindingKind.All.Max(kind => kind.Slug.Length);
        return
        [
            .. FindingKind.All.Select(kind => $"{kind.Id}  {kind.Slug.PadRight(longest)}  {kind.Title}"),
            string.Empty,
            "async-basics explain AB004 explains one of them.",
        ];
    }
}

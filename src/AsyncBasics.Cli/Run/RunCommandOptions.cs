using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>The options of <c>run</c>, and how their values become <see cref="RunSettings"/>.</summary>
internal sealed class RunCommandOptions
{
    // On the real clock a program waits as long as it says, so it needs more of it.
    private static readonly TimeSpan s_wallTimeOnRealClock = TimeSpan.FromMinutes(5);

    private readonly Argument<string[]> _sources = new("FILE")
    {
        Description = "The program's source files, the one with the entry point first; a folder or project for all files in it, - for standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _clock = OptionKinds.Choice<ClockKind>(
        "--clock", "A virtual clock on which waiting takes no time (default), or the real one.");
    private readonly Option<string> _compare = OptionKinds.Valued(
        "--compare", "OTHER.cs", "Run another program too, and show both on one scale.");
    private readonly Option<bool> _watch = OptionKinds.Flag(
        "--watch", "Run again each time a file is saved, until Ctrl+C.");
    private readonly Option<bool> _text = OptionKinds.Flag(
        "--text", "Tell the picture in words.");
    private readonly Option<bool> _quiet = OptionKinds.Flag(
        "--quiet", "Show nothing but the findings and how it ended.");
    private readonly Option<string> _svg = OptionKinds.Valued(
        "--svg", "PATH", "Write the picture as SVG.");
    private readonly Option<string> _html = OptionKinds.Valued(
        "--html", "PATH", "Write the report as one HTML page that works offline.");
    private readonly Option<string> _json = new("--json")
    {
        Description = "Write the report as JSON; without PATH to standard output, and nothing else with it.",
        HelpName = "PATH",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _perfetto = OptionKinds.Valued(
        "--perfetto", "PATH", "Write the run as a trace for Perfetto or chrome://tracing.");
    private readonly Option<string> _limitTime = OptionKinds.Valued(
        "--limit-time", "TIME", "How much real time it may take: 10s by default, 5m on the real clock.");
    private readonly Option<string> _limitVirtualTime = OptionKinds.Valued(
        "--limit-virtual-time", "TIME", "How much time may pass on the virtual clock: 24h by default.");
    private readonly Option<string> _limitSteps = OptionKinds.Valued(
        "--limit-steps", "COUNT", "How many turns of loops, calls and steps: 200M by default.");
    private readonly Option<string> _limitOutput = OptionKinds.Valued(
        "--limit-output", "COUNT", "How many characters it may write: 1M by default.");
    private readonly Option<string> _limitMemory = OptionKinds.Valued(
        "--limit-memory", "SIZE", "How much memory it may hold: 512M by default.");
    private readonly Option<string> _seed = OptionKinds.Valued(
        "--seed", "NUMBER", "From what its random numbers come: 1 by default.");
    private readonly Option<string> _input = OptionKinds.Valued(
        "--input", "PATH", "What it reads from standard input: a file, or - for this command's own; nothing by default.");
    private readonly Option<bool> _strict = OptionKinds.Flag(
        "--strict", "Exit with 1 when there are findings, too.");
    private readonly DisplayOptions _display = new();

    /// <summary>All of them, into a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_sources);
        Option[] options =
        [
            _clock, _compare, _watch, _text, _quiet, _svg, _html, _json, _perfetto, _limitTime, _limitVirtualTime, _limitSteps,
            _limitOutput, _limitMemory, _seed, _input, _strict, .. _display.All,
        ];
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The terminal as the options want it.</summary>
    public Terminal Terminal(ParseResult parsed, Terminal terminal) => _display.Apply(parsed, terminal);

    /// <exception cref="UsageException">A value makes no sense, or two options contradict each other.</exception>
    public RunSettings Read(ParseResult parsed)
    {
        (string[] sources, string[] arguments) = Split(parsed);
        bool isVirtual = parsed.Chosen<ClockKind>(_clock) != ClockKind.Real;
        bool hasJson = parsed.GetResult(_json) is { Implicit: false };
        string? json = parsed.GetValue(_json);
        if (sources.Length == 0)
        {
            throw new UsageException(json is not null && json.EndsWith(".cs", StringComparison.Ordinal)
                ? $"--json took {Quoting.Shown(json)} for the file to write: name the program first, as in run {Quoting.Shown(json)} --json."
                : "run needs a program: async-basics run FILE.cs.");
        }

        var settings = new RunSettings
        {
            Sources = sources,
            Compare = parsed.GetValue(_compare),
            Options = new RunOptions
            {
                IsVirtual = isVirtual,
                Limits = ReadLimits(parsed, isVirtual),
                Seed = ReadNumber(parsed, _seed, int.MinValue) ?? new RunOptions().Seed,
                Input = parsed.GetValue(_input) is { } input ? ProgramFiles.ReadInput(input, sources) : string.Empty,
                Arguments = arguments,
            },
            Files = new ReportFiles
            {
                Svg = parsed.GetValue(_svg),
                Html = parsed.GetValue(_html),
                Json = json,
                Perfetto = parsed.GetValue(_perfetto),
            },
            JsonToOutput = hasJson && json is null,
            InWords = parsed.GetValue(_text),
            Quiet = parsed.GetValue(_quiet),
            Strict = parsed.GetValue(_strict),
            Watch = parsed.GetValue(_watch),
        };
        RunContradictions.Check(settings);
        return settings;
    }

    /// <summary>What stands behind <c>--</c> is for the program.</summary>
    private (string[] Sources, string[] Arguments) Split(ParseResult parsed)
    {
        string[] words = parsed.GetValue(_sources) ?? [];
        int dashes = parsed.Tokens.ToList().FindIndex(token => token.Type == TokenType.DoubleDash);
        int arguments = dashes < 0 ? 0 : parsed.Tokens.Count - dashes - 1;
        string[] sources = words[..^arguments];
        // An argument that takes any number of words takes options that nobody knows, too.
        return sources.FirstOrDefault(word => word.StartsWith('-') && word != ProgramFiles.StandardInput) is { } unknown
            ? throw ParseErrors.Unknown(unknown, parsed.CommandResult.Command)
            : (sources, words[^arguments..]);
    }

    private RunLimits ReadLimits(ParseResult parsed, bool isVirtual)
    {
        var limits = new RunLimits();
        TimeSpan wallTime = isVirtual ? limits.WallTime : s_wallTimeOnRealClock;
        return limits with
        {
            WallTime = Given(_limitTime) is { } time ? LimitValues.Time(_limitTime.Name, time) : wallTime,
            VirtualTime = Given(_limitVirtualTime) is { } virtualTime
                ? LimitValues.Time(_limitVirtualTime.Name, virtualTime)
                : limits.VirtualTime,
            Steps = Given(_limitSteps) is { } steps ? LimitValues.Count(_limitSteps.Name, steps) : limits.Steps,
            OutputCharacters = Given(_limitOutput) is { } output
                ? (int)Math.Min(int.MaxValue, LimitValues.Count(_limitOutput.Name, output))
                : limits.OutputCharacters,
            MemoryBytes = Given(_limitMemory) is { } memory ? LimitValues.Size(_limitMemory.Name, memory) : limits.MemoryBytes,
        };

        string? Given(Option<string> option) => parsed.GetValue(option);
    }

    private static int? ReadNumber(ParseResult parsed, Option<string> option, int least) => parsed.GetValue(option) switch
    {
        null => null,
        { } text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least => number,
        { } text => throw new UsageException($"{option.Name} {Quoting.Shown(text)}: write a whole number, such as {option.Name} 7."),
    };
}

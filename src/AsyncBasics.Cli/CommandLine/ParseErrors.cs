using System.CommandLine;
using System.CommandLine.Parsing;

namespace AsyncBasics.Cli;

/// <summary>Says in one sentence what a command line has wrong on its face: words that are unknown, missing or too many.</summary>
internal static class ParseErrors
{
    /// <exception cref="UsageException">There is something wrong; the sentence is about the first such thing.</exception>
    public static void Check(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is [string unknown, ..])
        {
            throw Unknown(unknown, parsed.CommandResult.Command);
        }

        foreach (OptionResult option in parsed.CommandResult.Children.OfType<OptionResult>())
        {
            CheckValues(option, parsed.CommandResult.Command);
        }

        if (parsed.Errors is [ParseError error, ..])
        {
            throw new UsageException(error.Message);
        }
    }

    /// <summary>Says that a word is none that a command knows, and which it may have been.</summary>
    public static UsageException Unknown(string typed, Command command)
    {
        if (!typed.StartsWith('-'))
        {
            string hint = typed.EndsWith(".cs", StringComparison.Ordinal) && command.Subcommands.Any(known => known.Name == "run")
                ? $"to run a file, write async-basics run {Quoting.Shown(typed)}."
                : DidYouMean.Nearest(typed, command.Subcommands.Select(known => known.Name)) is { } word ? $"did you mean {word}?"
                : "--help lists the options.";
            return new UsageException($"There is nothing to do with '{Quoting.Shown(typed)}': {hint}");
        }

        string option = typed.Split('=', ':')[0];
        string advice = DidYouMean.Nearest(option, command.Options.Select(known => known.Name)) is { } near
            ? $"did you mean {near}?"
            : "--help lists them.";
        return new UsageException($"There is no option {Quoting.Shown(option)}: {advice}");
    }

    private static void CheckValues(OptionResult result, Command command)
    {
        Option option = result.Option;
        int values = result.Tokens.Count;

        // The parser takes the next word for the value, even when that is an option.
        bool tookAnOption = result.Tokens.Any(value => command.Options.Any(known => known.Name == value.Value));
        if (values < option.Arity.MinimumNumberOfValues || tookAnOption)
        {
            throw new UsageException($"{option.Name} needs a value: {option.Name} {option.HelpName}.");
        }

        if (values > option.Arity.MaximumNumberOfValues)
        {
            string given = string.Join(" and ", result.Tokens.Select(value => Quoting.Shown(value.Value)));
            throw new UsageException($"{option.Name} is given more than once: choose one of {given}.");
        }
    }
}

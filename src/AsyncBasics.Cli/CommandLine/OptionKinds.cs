using System.CommandLine;

namespace AsyncBasics.Cli;

/// <summary>The kinds of option that the commands have, so that each kind looks and fails in one way everywhere.</summary>
internal static class OptionKinds
{
    /// <summary>On when it is there.</summary>
    public static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>With a value.</summary>
    public static Option<string> Valued(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    /// <summary>With one word out of a few: the names of an enum's members, as they are typed.</summary>
    public static Option<string> Choice<T>(string name, string description)
        where T : struct, Enum
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', Words<T>()) };
        option.CompletionSources.Add(Words<T>());
        return option;
    }

    /// <summary>With a value, and given as often as one likes.</summary>
    public static Option<string[]> Repeatable(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value, Arity = ArgumentArity.OneOrMore };

    /// <summary>What was chosen of a <see cref="Choice"/>; <see langword="null"/> when the option is not there.</summary>
    /// <exception cref="UsageException">There is no such choice.</exception>
    public static T? Chosen<T>(this ParseResult parsed, Option<string> option)
        where T : struct, Enum
    {
        if (parsed.GetValue(option) is not { } value)
        {
            return null;
        }

        foreach (T choice in Enum.GetValues<T>())
        {
            if (Word(choice) == value)
            {
                return choice;
            }
        }

        string[] words = Words<T>();
        string advice = DidYouMean.Nearest(value, words) is { } near
            ? $"did you mean {near}?"
            : $"choose {string.Join(", ", words[..^1])} or {words[^1]}.";
        throw new UsageException($"{option.Name} {Quoting.Shown(value)}: there is no such choice; {advice}");
    }

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Word)];

    /// <summary>A choice as it is typed: <c>CreateTask</c> is <c>create-task</c>.</summary>
    private static string Word<T>(T choice)
        where T : struct, Enum
    {
        string name = choice.ToString();
        IEnumerable<string> letters = name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}");
        return string.Concat(letters).ToLowerInvariant();
    }
}

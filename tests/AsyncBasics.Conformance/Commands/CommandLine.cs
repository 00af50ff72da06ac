using System.Globalization;
using AsyncBasics.Conformance.Generation;

namespace AsyncBasics.Conformance.Commands;

/// <summary>What was asked for: a command, its arguments, and options of the form <c>--name value</c>.</summary>
internal sealed class CommandLine
{
    internal const string Usage =
        """
        Usage:
          generate N [SEED]        print N random programs, as JSON lines
          run N [SEED]             run N random programs on CPython and on the loop, and compare
          show SEED INDEX          print one program and what CPython does with it
          record N SEED FILE       write N programs with CPython's logs to a file
          replay FILE              run what was recorded on the loop, and compare

        Options:
          --features LIST          what programs may use: core, all, or names, a minus before one to leave out (all)
          --python COMMAND         the Python that serves as the reference, 3.11 or later (python3)
          --against COMMAND        with run: compare with another Python instead of the loop
          --reasons                with run: compare the reasons of cancellations too
        """;

    private readonly List<string> _words = [];
    private readonly Dictionary<string, string> _options = [];

    internal CommandLine(string[] arguments)
    {
        for (int index = 0; index < arguments.Length; index++)
        {
            string word = arguments[index];
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                _words.Add(word);
            }
            else if (word == "--reasons")
            {
                Reasons = true;
            }
            else if (word is not ("--features" or "--python" or "--against"))
            {
                throw new FormatException($"There is no option {word}.");
            }
            else if (++index == arguments.Length)
            {
                throw new FormatException($"{word} needs a value.");
            }
            else
            {
                _options[word] = arguments[index];
            }
        }
    }

    internal string Command => _words.Count > 0 ? _words[0] : "";

    internal IReadOnlyList<Feature> Features => Generation.Features.Parse(_options.GetValueOrDefault("--features", "all"));

    internal string Python => _options.GetValueOrDefault("--python", "python3");

    internal bool Reasons { get; }

    internal string? Against => _options.GetValueOrDefault("--against");

    internal string Text(int place, string name) =>
        place < _words.Count ? _words[place] : throw new FormatException($"{name} is missing.");

    internal int Count(int place, string name) =>
        int.TryParse(Text(place, name), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? count
            : throw new FormatException($"{name} has to be a whole number, not '{_words[place]}'.");

    /// <summary>The seed; a new one when none is given.</summary>
    internal ulong Seed(int place)
    {
        if (place >= _words.Count)
        {
            return (ulong)Random.Shared.Next();
        }

        return ulong.TryParse(_words[place], NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : throw new FormatException($"SEED has to be a whole number, not '{_words[place]}'.");
    }
}

using System.CommandLine;

namespace AsyncBasics.Cli;

/// <summary>A command behind <c>async-basics</c>, with options of its own, such as <c>async-basics run</c>.</summary>
internal abstract class Subcommand(string name, string description)
{
    /// <summary>Its word, its options and their help: a subclass adds the options.</summary>
    public Command Command { get; } = new(name, description);

    /// <summary>Does what the command line asks for.</summary>
    /// <param name="parsed">The command line, in which no word is unknown, missing or too much.</param>
    /// <param name="terminal">Where to show it.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">A value makes no sense, or two options contradict each other.</exception>
    public abstract int Execute(ParseResult parsed, Terminal terminal);
}

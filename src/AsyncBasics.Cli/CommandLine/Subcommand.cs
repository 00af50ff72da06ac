using System.CommandLine;
using System.CommandLine.Invocation;

namespace AsyncBasics.Cli;

/// <summary>A command behind <c>async-basics</c>, with options of its own, such as <c>async-basics run</c>.</summary>
internal abstract class Subcommand(string name, string description)
{
    /// <summary>Its word, its options and their help: a subclass adds the options.</summary>
    public Command Command { get; } = new(name, description) { Action = new NoAction() };

    /// <summary>Lines that one could type: its help shows them.</summary>
    public virtual IReadOnlyList<string> Examples => [];

    /// <summary>This command, and all behind it.</summary>
    public IEnumerable<Subcommand> Family => [this, .. Children.SelectMany(child => child.Family)];

    /// <summary>Commands behind this one, such as <c>exercise check</c>: a subclass adds them.</summary>
    protected IReadOnlyList<Subcommand> Children
    {
        get;
        init
        {
            field = value;
            foreach (Subcommand child in value)
            {
                Command.Subcommands.Add(child.Command);
            }
        }
    } = [];

    /// <summary>Does what the command line asks for.</summary>
    /// <param name="parsed">The command line, in which no word is unknown, missing or too much.</param>
    /// <param name="terminal">Where to show it.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">A value makes no sense, or two options contradict each other.</exception>
    public abstract int Execute(ParseResult parsed, Terminal terminal);
}

/// <summary>Stands for what <see cref="Subcommand.Execute"/> does: without an action a command that has others behind it insists on one of them.</summary>
internal sealed class NoAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult) => ExitCodes.Success;
}

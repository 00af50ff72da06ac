namespace AsyncBasics.Cli.Tests;

/// <summary>What a call of the command gave.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.TrimEnd('\n').Split('\n');
}

/// <summary>Calls the command inside this process, on the virtual clock unless said otherwise.</summary>
internal static class Command
{
    public static CommandResult RunVirtual(params string[] arguments) => Run([.. arguments, "--clock", "virtual"]);

    public static CommandResult Run(params string[] arguments) => RunOn(new Display(), arguments);

    public static CommandResult RunOn(Display display, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Out = output,
            Error = error,
            IsInteractive = display.IsInteractive,
            Unicode = display.Unicode,
            Colour = display.Colour,
            In = new StringReader(display.Input),
            Size = () => new TerminalSize(display.Columns, 24),
        };
        int exitCode = EntryCommand.Run(arguments, terminal);
        return new CommandResult(exitCode, output.ToString(), error.ToString());
    }
}

/// <summary>What the terminal of a call can show; by default what a pipe can.</summary>
internal sealed record Display
{
    public bool IsInteractive { get; init; }

    public bool Unicode { get; init; }

    public bool Colour { get; init; }

    public int Columns { get; init; } = 80;

    /// <summary>What is typed into the pipe.</summary>
    public string Input { get; init; } = string.Empty;
}

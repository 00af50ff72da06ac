using System.Diagnostics;
using System.Text;

namespace AsyncBasics.Cli.Tests;

/// <summary>The command as a process of its own: for what only a process has, such as signals and pipes.</summary>
internal sealed class CommandProcess : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _error;

    private CommandProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    public StreamReader Output => _process.StandardOutput;

    /// <param name="environment">What differs from the environment of this process; <see langword="null"/> removes a variable.</param>
    /// <param name="arguments">The command line.</param>
    public static CommandProcess Start(IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        Launch(environment, CommandLine(arguments));

    /// <summary>Starts it by a line of the shell, in which <c>"$@"</c> stands for the command.</summary>
    public static CommandProcess StartInShell(string line, params string[] arguments) =>
        Launch(new Dictionary<string, string?>(), ["sh", "-c", line, "sh", .. CommandLine(arguments)]);

    public static CommandProcess Start(params string[] arguments) => Start(new Dictionary<string, string?>(), arguments);

    /// <summary>Everything that is left to read, and the exit code.</summary>
    public CommandResult WaitForExit() => WaitForExit(Output.ReadToEnd());

    /// <summary>Closes the reading end of the pipe, as <c>head</c> does, and waits.</summary>
    public CommandResult WaitForExitWithoutReader()
    {
        Output.Close();
        return WaitForExit(string.Empty);
    }

    private CommandResult WaitForExit(string output)
    {
        if (!_process.WaitForExit(s_limit))
        {
            throw new TimeoutException($"The command did not end within {s_limit}.");
        }

        return new CommandResult(_process.ExitCode, output, _error.Result);
    }

    private static string[] CommandLine(string[] arguments)
    {
        // The command stands beside the tests, since they refer to its project.
        string command = Path.Combine(AppContext.BaseDirectory, "async-basics.dll");
        string? host = Environment.ProcessPath;
        return [Path.GetFileNameWithoutExtension(host) == "dotnet" ? host! : "dotnet", command, .. arguments];
    }

    private static CommandProcess Launch(IReadOnlyDictionary<string, string?> environment, string[] commandLine)
    {
        var start = new ProcessStartInfo(commandLine[0], commandLine[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        return new CommandProcess(Process.Start(start)!);
    }

    public void PressCtrlC()
    {
        using Process kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

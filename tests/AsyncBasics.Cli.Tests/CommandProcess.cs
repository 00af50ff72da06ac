using System.Diagnostics;
using System.Text;

namespace AsyncBasics.Cli.Tests;

/// <summary>The command as a process of its own: for what only a process has, such as signals and pipes.</summary>
internal sealed class CommandProcess : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);
    private static readonly Dictionary<string, string?> s_sameEnvironment = [];

    private readonly Process _process;
    private readonly Task<string> _error;

    private CommandProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    public StreamReader Output => _process.StandardOutput;

    public static CommandProcess Start(params string[] arguments) => Launch(s_sameEnvironment, CommandLine(arguments));

    /// <param name="environment">What differs from the environment of this process; <see langword="null"/> removes a variable.</param>
    /// <param name="arguments">The command line.</param>
    public static CommandProcess Start(IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        Launch(environment, CommandLine(arguments));

    /// <summary>Starts it by a line of the shell, in which <c>"$@"</c> stands for the command.</summary>
    public static CommandProcess StartInShell(string line, params string[] arguments) =>
        Launch(s_sameEnvironment, ["sh", "-c", line, "sh", .. CommandLine(arguments)]);

    /// <summary>
    /// Starts it so that Ctrl+C reaches it: a shell that runs something in the background has it ignore that signal, and so does
    /// everything that it starts in turn. The test is skipped where this can't be undone.
    /// </summary>
    public static CommandProcess StartForCtrlC(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        if (!IgnoresCtrlC())
        {
            return Start(arguments);
        }

        using Process attempt = Process.Start("env", ["--default-signal=INT", "true"]);
        attempt.WaitForExit();
        Assert.SkipUnless(attempt.ExitCode == 0, "Ctrl+C is ignored here, and env cannot change that.");
        return Launch(s_sameEnvironment, ["env", "--default-signal=INT", .. CommandLine(arguments)]);
    }

    /// <summary>Starts it on a terminal of its own, made by the command <c>script</c>; what the terminal gets is the output.</summary>
    public static CommandProcess StartOnTerminal(params string[] arguments)
    {
        const string Script = "/usr/bin/script";
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(Script), "There is no command here that makes a terminal.");
        string line = string.Join(' ', CommandLine(arguments).Select(word => $"'{word}'"));
        Dictionary<string, string?> environment = new() { ["TERM"] = "xterm-256color", ["LC_ALL"] = "C.UTF-8" };
        return Launch(environment, [Script, "--quiet", "--return", "--command", line, "/dev/null"]);
    }

    /// <summary>Everything that is left to read, and the exit code.</summary>
    public CommandResult WaitForExit() => WaitForExit(Output.ReadToEnd());

    /// <summary>Closes the reading end of the pipe, as <c>head</c> does, and waits.</summary>
    public CommandResult WaitForExitWithoutReader()
    {
        Output.Close();
        return WaitForExit(string.Empty);
    }

    public bool HasExitedWithin(TimeSpan time) => _process.WaitForExit(time);

    public void PressCtrlC() => Send("INT");

    /// <param name="signal">Its name without SIG.</param>
    public void Send(string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Kills the process that this one has started, as Linux lists it.</summary>
    public void KillChild()
    {
        string children = File.ReadAllText($"/proc/{_process.Id}/task/{_process.Id}/children");
        using Process child = Process.GetProcessById(int.Parse(children.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        child.Kill();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
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

    private static string[] CommandLine(string[] arguments)
    {
        // The command stands beside the tests, since they refer to its project.
        string command = Path.Combine(AppContext.BaseDirectory, "async-basics.dll");
        string? host = Environment.ProcessPath;
        return [Path.GetFileNameWithoutExtension(host) == "dotnet" ? host! : "dotnet", command, .. arguments];
    }

    private static bool IgnoresCtrlC()
    {
        const string Status = "/proc/self/status";
        const ulong Interrupt = 1 << 1;
        string? mask = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
            : null;
        return mask is not null && (Convert.ToUInt64(mask.Split('\t')[1], 16) & Interrupt) != 0;
    }

    private CommandResult WaitForExit(string output)
    {
        if (!_process.WaitForExit(s_limit))
        {
            throw new TimeoutException($"The command did not end within {s_limit}.");
        }

        return new CommandResult(_process.ExitCode, output, _error.Result);
    }
}

using System.Runtime.InteropServices;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>Runs a program once, in a process of its own.</summary>
internal sealed class SingleRun(RunSettings settings, Terminal terminal)
{
    private int _signal;

    /// <summary>Whether a signal ended it.</summary>
    public bool IsInterrupted => Volatile.Read(ref _signal) != 0;

    /// <summary>Runs it and shows what it writes and its report.</summary>
    /// <returns>The exit code.</returns>
    public int Execute()
    {
        var view = new ReportView(settings, terminal);
        IReadOnlyList<SourceFile> files = ReadFiles();
        // Nobody should wait for the host's end to see the report.
        using HostProcess host = StartHost();
        Report report = Run(files, host, view);
        view.Show(report);
        settings.Files.Write(report);
        return ExitCodeOf(report);
    }

    /// <summary>Runs it.</summary>
    /// <param name="listener">Is told what it writes, while it runs.</param>
    public Report Report(IOutputListener listener)
    {
        IReadOnlyList<SourceFile> files = ReadFiles();
        using HostProcess host = StartHost();
        return Run(files, host, listener);
    }

    /// <summary>What a report is worth as an exit code.</summary>
    public int ExitCodeOf(Report report)
    {
        bool ran = report.Outcome is Outcome.Finished or Outcome.Exited;
        return IsInterrupted ? _signal
            : ran && !(settings.Strict && report.Findings.Count > 0) ? ExitCodes.Success
            : ExitCodes.Failure;
    }

    private IReadOnlyList<SourceFile> ReadFiles() => ProgramFiles.Read(ProgramFiles.Find(settings.Sources));

    private HostProcess StartHost() => EarlyHost.TakeOrStart(settings.Options.Limits.MemoryBytes);

    private Report Run(IReadOnlyList<SourceFile> files, HostProcess host, IOutputListener listener)
    {
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(
            PosixSignal.SIGINT, signal => OnSignal(signal, ExitCodes.Interrupted, host));
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM, signal => OnSignal(signal, ExitCodes.Terminated, host));
        Warming.BeginForCommand(ReportView.OptionsFor(terminal));
        return host.Run(new RunRequest(files, settings.Options), listener);
    }

    /// <summary>The first asks for the report so far; a second ends everything.</summary>
    private void OnSignal(PosixSignalContext signal, int exitCode, HostProcess host)
    {
        signal.Cancel = true;
        if (Interlocked.Exchange(ref _signal, exitCode) != 0)
        {
            Environment.Exit(exitCode);
        }

        host.RequestStop();
    }
}

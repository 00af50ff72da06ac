using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>
/// A process of its own for learners' programs (<see cref="ProgramHost"/>), and the watch over it. As a rule the host ends a program that
/// goes too far by itself, and gives its report; where it cannot any more, the process is killed, and the report is the last one known.
/// </summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan s_compiling = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_reporting = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_glance = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_patienceWithStop = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly AnonymousPipeServerStream _requests = new(PipeDirection.Out, HandleInheritability.Inheritable);
    private readonly AnonymousPipeServerStream _answers = new(PipeDirection.In, HandleInheritability.Inheritable);
    private readonly BlockingCollection<Message> _messages = [];
    private readonly RawOutput _rawErrors;
    private long _stopDeadline = long.MaxValue;

    private HostProcess(long memoryBytes)
    {
        ProcessStartInfo start = OwnExecutable.With(
            ProgramHost.Verb, _requests.GetClientHandleAsString(), _answers.GetClientHandleAsString());
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        HostSettings.Apply(start.Environment, memoryBytes);
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _requests.DisposeLocalCopyOfClientHandle();
        _answers.DisposeLocalCopyOfClientHandle();
        // What gets around the lab's console is the program's output all the same.
        _ = new RawOutput(_process.StandardOutput, text => _messages.Add(new Message(MessageKind.Output, Encoding.UTF8.GetBytes(text))));
        _rawErrors = new RawOutput(_process.StandardError);
        new Thread(ReadMessages) { Name = "answers", IsBackground = true }.Start();
    }

    /// <summary>Whether it can run another program.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Starts a host whose programs may take so much memory.</summary>
    public static HostProcess Start(long memoryBytes) => new(memoryBytes);

    /// <summary>Runs a program to its end, whichever that is.</summary>
    /// <param name="request">The program and how to run it.</param>
    /// <param name="listener">Is told what it writes, while it runs.</param>
    public Report Run(RunRequest request, IOutputListener listener)
    {
        var known = new KnownRun(request);
        Send(MessageKind.Request, RequestTransfer.Write(request));
        long deadline = After(s_compiling);
        while (true)
        {
            if (!_messages.TryTake(out Message message, s_glance))
            {
                if (_messages.IsCompleted)
                {
                    return End(known);
                }

                if (_rawErrors.TellsOfOverflow)
                {
                    ProcessChildren.KillWith(_process);
                    return End(known);
                }

                if (IsPast(deadline) || IsPast(Volatile.Read(ref _stopDeadline)))
                {
                    return Kill(known);
                }

                continue;
            }

            switch (message.Kind)
            {
                case MessageKind.Begun:
                    known.Begin();
                    deadline = After(request.Options.Limits.WallTime + s_patience);
                    break;
                case MessageKind.RunEnded:
                    deadline = After(s_reporting);
                    break;
                case MessageKind.Checkpoint:
                    known.Learn(ReportTransfer.Read(message.Content));
                    break;
                case MessageKind.Stuck:
                    return Kill(known);
                case MessageKind.Output:
                    known.Output(message.Text);
                    listener.Output(message.Text);
                    break;
                case MessageKind.ErrorOutput:
                    known.ErrorOutput(message.Text);
                    listener.ErrorOutput(message.Text);
                    break;
                case MessageKind.Ended:
                    Report report = ReportTransfer.Read(message.Content);
                    // What was stopped on its way may have left anything behind.
                    IsUsable = report.Outcome is not (Outcome.Limit or Outcome.Exited or Outcome.Crashed);
                    return report;
                case MessageKind.Broken:
                    IsUsable = false;
                    throw new LabFailedException(message.Text);
                default:
                    break;
            }
        }
    }

    /// <summary>Asks, from any thread, that the program which runs now be ended soon, with the report so far.</summary>
    public void RequestStop()
    {
        Volatile.Write(ref _stopDeadline, After(s_patienceWithStop));
        Send(MessageKind.Stop);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            ProcessChildren.KillWith(_process);
        }

        _process.Dispose();
        _requests.Dispose();
    }

    private static long After(TimeSpan time) => Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);

    private static bool IsPast(long deadline) => Stopwatch.GetTimestamp() > deadline;

    private void Send(MessageKind kind, ReadOnlySpan<byte> content = default)
    {
        try
        {
            MessageStream.Write(_requests, kind, content);
        }
        catch (IOException)
        {
            // The process has ended; whoever waits for its answers learns that, and why.
        }
    }

    private void ReadMessages()
    {
        try
        {
            while (MessageStream.Read(_answers) is { } message)
            {
                _messages.Add(message);
            }
        }
        catch (IOException)
        {
            // As at the end of the stream.
        }

        _messages.CompleteAdding();
    }

    /// <summary>The process has ended by itself, in the middle of a run.</summary>
    private Report End(KnownRun known)
    {
        IsUsable = false;
        _process.WaitForExit();
        return SuddenEnd.Explain(known, _process.ExitCode, _rawErrors.Text);
    }

    /// <summary>The process does not answer any more.</summary>
    private Report Kill(KnownRun known)
    {
        IsUsable = false;
        ProcessChildren.KillWith(_process);
        _process.WaitForExit();
        return known.Stopped(wasAsked: Volatile.Read(ref _stopDeadline) < long.MaxValue);
    }
}

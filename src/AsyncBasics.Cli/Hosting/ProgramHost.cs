using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>
/// The other side of <see cref="HostProcess"/>: the process in which learners' programs are compiled and run, one after another, until
/// the pipe with the requests is closed. Whatever a program does, it does to this process only.
/// </summary>
internal sealed class ProgramHost
{
    /// <summary>The word that makes a process a host; it is not for users, and in no help.</summary>
    public const string Verb = "--program-host";

    private readonly Stream _requests;
    private readonly OutputPipe _answers;
    private readonly BlockingCollection<RunRequest> _programs = [];
    private volatile RunGuard? _guard;

    private ProgramHost(Stream requests, Stream answers)
    {
        _requests = requests;
        _answers = new OutputPipe(answers);
    }

    /// <summary>Whether a command line asks for a host.</summary>
    public static bool IsAskedFor(string[] arguments) => arguments is [Verb, _, _];

    /// <summary>Serves requests until there are no more.</summary>
    public static int Run(string[] arguments)
    {
        // The command ends this process in its own way; the terminal sends Ctrl+C to both.
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var requests = new AnonymousPipeClientStream(PipeDirection.In, arguments[1]);
        using var answers = new AnonymousPipeClientStream(PipeDirection.Out, arguments[2]);
        Warming.BeginForHost();
        new ProgramHost(requests, answers).Serve();
        return ExitCodes.Success;
    }

    private void Serve()
    {
        new Thread(ReadRequests) { Name = "requests", IsBackground = true }.Start();
        foreach (RunRequest request in _programs.GetConsumingEnumerable())
        {
            Answer(request);
        }
    }

    private void ReadRequests()
    {
        while (MessageStream.Read(_requests) is { } message)
        {
            if (message.Kind == MessageKind.Request)
            {
                _programs.Add(RequestTransfer.Read(message.Content));
            }
            else if (message.Kind == MessageKind.Stop)
            {
                _guard?.Stop();
            }
        }

        // The command is gone, and nobody is left who would want the answer to what runs now.
        Environment.Exit(ExitCodes.Success);
    }

    private void Answer(RunRequest request)
    {
        var guard = new RunGuard(request.Options.Limits, _answers);
        _guard = guard;
        try
        {
            Report report = Laboratory.Run(request.Files, request.Options with
            {
                OnOutput = text => _answers.Write(MessageKind.Output, text),
                OnErrorOutput = text => _answers.Write(MessageKind.ErrorOutput, text),
                Watch = guard.Watch,
            });
            guard.End();
            _answers.Say(MessageKind.Ended, ReportTransfer.Write(report));
        }
        catch (Exception exception) when (exception is not IOException)
        {
            guard.End();
            _answers.Say(MessageKind.Broken, Encoding.UTF8.GetBytes(exception.ToString()));
        }
    }
}

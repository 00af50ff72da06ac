using System.Text.RegularExpressions;

namespace AsyncBasics.Lab;

/// <summary>
/// Writes down what happens on a loop, in order, with the loop's time. Give it to the loop as
/// <see cref="EventLoopOptions.Observer"/>, and take the <see cref="Trace"/> at the end or, from any thread, while the run goes on.
/// </summary>
/// <remarks>
/// The parts of this class: what the loop tells (here), named stretches of ordinary async code (<c>TraceRecorder.Lanes.cs</c>), the calls
/// of a rewritten program (<c>TraceRecorder.Spans.cs</c>) and the parts of a program (<c>TraceRecorder.Parts.cs</c>).
/// </remarks>
public sealed partial class TraceRecorder : LoopObserver
{
    // The loop's thread writes; a live view reads from another one, and native code may end a lane on a third.
    private readonly Lock _lock = new();
    private readonly TraceLog<TraceEvent> _events = new();
    private int _count;
    private readonly TraceLog<TraceSubject> _subjects = new();
    private readonly Dictionary<Future, int> _known = new(ReferenceEqualityComparer.Instance);
    private EventLoop? _loop;
    private TimeSpan _last;

    /// <summary>The events so far, as a value that does not change any more.</summary>
    public Trace ToTrace()
    {
        lock (_lock)
        {
            // A loop that has ended is asked no more: a real clock would go on counting.
            bool running = _loop is { IsRunning: true };
            return new Trace
            {
                Events = _events.Snapshot(),
                Subjects = _subjects.Snapshot(),
                Sites = Sites,
                IsRunning = running,
                IsVirtual = _loop?.Clock is VirtualClock,
                Holders = _holders,
                Now = running && _loop!.Time > _last ? _loop.Time : _last,
            };
        }
    }

    /// <summary>How many events there are so far.</summary>
    public int Count => _count;

    /// <inheritdoc/>
    public override void TaskCreated(LoopTask task, LoopTask? creator)
    {
        ArgumentNullException.ThrowIfNull(task);
        (string name, _) = CallNames.Of(CoroutineCall.Of(task));
        if (name == task.CoroutineName && !DefaultName.IsMatch(task.Name))
        {
            name = task.Name;
        }

        lock (_lock)
        {
            int subject = Register(task, new TraceSubject(TraceSubjectKind.Task, name, task.CoroutineName, []));
            int maker = Current(creator);
            Add(task.Loop, new TraceEvent { Kind = TraceEventKind.TaskCreated, Subject = subject, Other = maker });
        }
    }

    /// <inheritdoc/>
    public override void StepBegins(LoopTask task) => Record(task, TraceEventKind.StepBegins);

    /// <inheritdoc/>
    public override void StepEnds(LoopTask task) => Record(task, TraceEventKind.StepEnds);

    /// <inheritdoc/>
    public override void CallBegins(LoopTask task, CoroutineCall call)
    {
        (string name, bool isLibrary) = CallNames.Of(call);
        lock (_lock)
        {
            Add(task, new TraceEvent { Kind = TraceEventKind.CallBegins, Text = name, IsLibrary = isLibrary });
        }
    }

    /// <inheritdoc/>
    public override void CallEnds(LoopTask task, CoroutineCall call)
    {
        (FutureState outcome, string? error) = OutcomeOf(call.Error);
        lock (_lock)
        {
            if (!IsCutOff)
            {
                Add(task, new TraceEvent { Kind = TraceEventKind.CallEnds, Outcome = outcome, Text = error });
            }
        }
    }

    /// <inheritdoc/>
    public override void Suspended(LoopTask task, WaitReason reason)
    {
        lock (_lock)
        {
            Add(task, new TraceEvent
            {
                Kind = TraceEventKind.Suspended,
                Wait = reason.Kind,
                Moment = reason.Kind == WaitKind.Timer ? reason.Deadline : default,
                Other = reason.Future is { } future ? Know(future, reason) : TraceEvent.Nobody,
            });
        }
    }

    /// <inheritdoc/>
    public override void MadeReady(LoopTask task, Future? by)
    {
        lock (_lock)
        {
            int cause = by is null ? TraceEvent.Nobody : Know(by, new WaitReason(WaitKind.Future, by));
            Add(task, new TraceEvent { Kind = TraceEventKind.MadeReady, Other = cause });
        }
    }

    /// <inheritdoc/>
    public override void Completed(LoopTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        lock (_lock)
        {
            if (!IsCutOff)
            {
                Add(task, new TraceEvent { Kind = TraceEventKind.Completed, Outcome = task.State });
            }
        }
    }

    /// <inheritdoc/>
    public override void TimerSet(LoopTask? task, TimeSpan deadline)
    {
        lock (_lock)
        {
            AddCurrent(task, new TraceEvent { Kind = TraceEventKind.TimerSet, Moment = deadline });
        }
    }

    /// <inheritdoc/>
    public override void Output(LoopTask? task, string text)
    {
        lock (_lock)
        {
            AddCurrent(task, new TraceEvent { Kind = TraceEventKind.Output, Text = text });
        }
    }

    /// <inheritdoc/>
    public override void Blocked(LoopTask? task, TimeSpan duration)
    {
        lock (_lock)
        {
            AddCurrent(task, new TraceEvent { Kind = TraceEventKind.Blocked, Moment = duration, Site = StandInSite });
        }
    }

    [GeneratedRegex(@"^Task-\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex DefaultName { get; }

    private static (FutureState Outcome, string? Error) OutcomeOf(Exception? error) => error switch
    {
        null => (FutureState.Succeeded, null),
        OperationCanceledException => (FutureState.Cancelled, null),
        _ => (FutureState.Failed, $"{error.GetType().Name}: {error.Message}"),
    };

    private void Record(LoopTask task, TraceEventKind kind)
    {
        lock (_lock)
        {
            Add(task, new TraceEvent { Kind = kind });
        }
    }

    private void Add(LoopTask task, TraceEvent happened)
    {
        ArgumentNullException.ThrowIfNull(task);
        Add(task.Loop, happened with { Subject = _known.GetValueOrDefault(task, TraceEvent.Nobody) });
    }

    private void AddCurrent(LoopTask? task, TraceEvent happened) =>
        Add(task?.Loop ?? EventLoop.RunningOrNull, happened with { Subject = Current(task) });

    private void Add(EventLoop? loop, TraceEvent happened)
    {
        if (loop is not null)
        {
            _loop = loop;
            _last = loop.Time;
        }

        if (LocalTime is not null)
        {
            _last = LocalTime();
        }

        _count++;
        _events.Add(happened with { Time = _last, Thread = CurrentThread });
    }

    private int Register(Future future, TraceSubject subject)
    {
        _known.Add(future, _subjects.Count);
        _subjects.Add(subject);
        return _subjects.Count - 1;
    }

    /// <summary>The index of a future that was met; one that is met for the first time is described.</summary>
    private int Know(Future future, WaitReason reason)
    {
        if (_known.TryGetValue(future, out int index))
        {
            return index;
        }

        int[] members = [.. reason.Members.Select(member => Know(member, new WaitReason(WaitKind.Future, member)))];

        // A combination calls itself "gather of task A, task B": who they are is known already.
        string words = reason.ToString();
        int of = words.IndexOf(" of ", StringComparison.Ordinal);
        string name = members.Length > 0 && of > 0 ? words[..of] : words;
        return Register(future, new TraceSubject(TraceSubjectKind.Future, name, string.Empty, members));
    }
}

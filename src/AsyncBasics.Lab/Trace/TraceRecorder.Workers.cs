namespace AsyncBasics.Lab;

/// <content>Work that a program gives to other threads.</content>
public sealed partial class TraceRecorder
{
    private readonly Dictionary<WorkLane, int> _threads = [];

    /// <summary>How many steps the run has taken.</summary>
    internal Func<long>? Steps { get; set; }

    private int CurrentThread
    {
        get
        {
            if (WorkLane.Here is not { } lane)
            {
                return 0;
            }

            if (!_threads.TryGetValue(lane, out int number))
            {
                _threads.Add(lane, number = _threads.Count + 1);
            }

            return number;
        }
    }

    private List<Span> Running
    {
        get
        {
            int thread = CurrentThread;
            while (_runningByThread.Count <= thread)
            {
                _runningByThread.Add([]);
            }

            return _runningByThread[thread];
        }
    }

    /// <summary>Work is given to another thread.</summary>
    internal PendingWork QueueWork(string name, int site)
    {
        lock (_lock)
        {
            int creator = Current(Asyncio.CurrentTask);
            _subjects.Add(new TraceSubject(TraceSubjectKind.Lane, name, name, []) { IsProbed = true, IsWorker = true });
            return new PendingWork(_subjects.Count - 1, name, creator, site);
        }
    }

    /// <summary>The work begins. What happens from here on is its own.</summary>
    /// <returns>What <see cref="EndWork"/> wants.</returns>
    internal (Span Work, Span? Before) BeginWork(PendingWork work)
    {
        lock (_lock)
        {
            Span? before = _lane.Value;
            var span = new Span(work.Subject, Asyncio.CurrentTask, before) { Pending = work with { BegunAfter = Steps?.Invoke() ?? 0 } };
            _lane.Value = span;
            return (span, before);
        }
    }

    /// <summary>The work has ended, or given its task to an async method that is the work from then on.</summary>
    internal void EndWork((Span Work, Span? Before) work, Exception? error)
    {
        lock (_lock)
        {
            work.Work.Error = error;
            Show(work.Work);
            if (!work.Work.HasEnded)
            {
                EndSpan(work.Work);
            }

            _lane.Value = work.Before;
        }
    }

    /// <summary>Whether nothing but the beginning of an async method has happened in it.</summary>
    private bool IsItsFirstStep(PendingWork work) => Steps is null || Steps() - work.BegunAfter <= 1;

    /// <summary>It does something: it is a lane of its own.</summary>
    private void Show(Span span)
    {
        if (span.Pending is { } work)
        {
            span.Pending = null;
            Begin(span, work, work.Name, work.Site);
        }
    }

    private Span Begin(Span span, PendingWork work, string name, int site)
    {
        Tell(new TraceEvent { Kind = TraceEventKind.LaneBegins, Subject = work.Subject, Other = work.Creator, Site = site, Text = name });
        if (work.Site != TraceEvent.Nobody)
        {
            Tell(new TraceEvent { Kind = TraceEventKind.Called, Subject = work.Creator, Other = work.Subject, Site = work.Site });
        }

        return BeginStep(span);
    }
}

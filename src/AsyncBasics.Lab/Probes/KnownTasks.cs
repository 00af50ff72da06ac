using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab;

/// <summary>What is known of a program's native tasks, so that a wait for one can say what it is for.</summary>
internal sealed class KnownTasks(TraceRecorder recorder)
{
    private readonly ConditionalWeakTable<object, KnownTask> _tasks = [];

    /// <summary>
    /// Says what a task of the running program stands for. The task may be a source of value tasks, too. What was said first is kept.
    /// </summary>
    public void Describe(object task, KnownTask known)
    {
        // What has ended need not be explained, and may be an object that many share.
        if (task is not Task { IsCompleted: true })
        {
            _tasks.TryAdd(task, known);
        }
    }

    /// <summary>What is known of a task.</summary>
    public KnownTask? Of(object? task) => task is not null && _tasks.TryGetValue(task, out KnownTask? known) ? known : null;

    /// <summary>The task is that of a call.</summary>
    public int IsCall(object task, Span span)
    {
        span.IsTaskKnown = true;
        _tasks.AddOrUpdate(task, new KnownTask(KnownTaskKind.Call, string.Empty) { Subject = span.Subject });
        return span.Subject;
    }

    /// <summary>The trace's subject for what a call waits for that blocks.</summary>
    public int SubjectOf(BlockedCall call)
    {
        switch (call)
        {
            case { Kind: BlockingKind.Sleep }:
                return TraceEvent.Nobody;
            case { Tasks: [var task] }:
                Observe(task);
                return SubjectOf(task);
            default:
                int[] members = [.. call.Tasks.Where(task => !task.IsCompleted).Select(task => SubjectOf(task))];
                foreach (Task task in call.Tasks)
                {
                    Observe(task);
                }

                return recorder.AddSubject(new TraceSubject(TraceSubjectKind.Future, call.What, string.Empty, members));
        }
    }

    /// <summary>A call has just returned a task: the subject that stands for it.</summary>
    /// <param name="task">The task; <see langword="null"/> when it returned something else.</param>
    /// <param name="method">Which method was called.</param>
    public int Called(Task? task, string method)
    {
        if (task is null || _tasks.TryGetValue(task, out _))
        {
            return SubjectOf(task, method);
        }

        if (!task.IsCompleted)
        {
            // A method that waits where there is no probe has not told whose task it is.
            return recorder.LastToGiveUp() is { IsTaskKnown: false } waiting && waiting.Method == method
                ? IsCall(task, waiting)
                : SubjectOf(task, method);
        }

        if (recorder.LastEnded is not { IsTaskKnown: false } span || span.Method != method)
        {
            return TraceEvent.Nobody;
        }

        span.IsTaskKnown = true;
        if (!task.IsCompletedSuccessfully)
        {
            // One that went well may be an object that many share.
            IsCall(task, span);
        }

        return span.Subject;
    }

    /// <summary>A task is awaited: if it stands for several, how they end will be known, too.</summary>
    public void Observe(object? task)
    {
        if (Of(task) is { Kind: KnownTaskKind.All, Members: var members })
        {
            foreach (Task member in members)
            {
                if (Of(member) is { Subject: not TraceEvent.Nobody } known)
                {
                    recorder.Tell(TraceEventKind.Observes, known.Subject, TraceEvent.Nobody);
                }

                Observe(member);
            }
        }
    }

    /// <summary>The trace's subject that stands for a task.</summary>
    /// <param name="task">The task, or the source of a value task; <see langword="null"/> for something that has none.</param>
    /// <param name="words">What it is when nothing is known of it.</param>
    public int SubjectOf(object? task, string words = "a Task")
    {
        if (task is null)
        {
            return TraceEvent.Nobody;
        }

        if (!_tasks.TryGetValue(task, out KnownTask? known))
        {
            if (task is Task { IsCompleted: true })
            {
                return TraceEvent.Nobody;
            }

            _tasks.Add(task, known = new KnownTask(KnownTaskKind.Other, words));
        }

        if (known.Subject == TraceEvent.Nobody)
        {
            int[] members = [.. known.Members.Where(member => !member.IsCompleted).Select(member => SubjectOf(member))];
            known.Subject = recorder.AddSubject(new TraceSubject(TraceSubjectKind.Future, known.Words, string.Empty, members));
        }

        return known.Subject;
    }
}

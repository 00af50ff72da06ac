namespace AsyncBasics.Lab;

/// <summary>The kinds of thing that happen in a run.</summary>
public enum TraceEventKind
{
    /// <summary>A task was made; <see cref="TraceEvent.Other"/> made it.</summary>
    TaskCreated,

    /// <summary>A step of a task begins.</summary>
    StepBegins,

    /// <summary>The step has ended.</summary>
    StepEnds,

    /// <summary>A coroutine's body begins inside the task; <see cref="TraceEvent.Text"/> is its name.</summary>
    CallBegins,

    /// <summary>The innermost coroutine's body has ended; <see cref="TraceEvent.Outcome"/> says how.</summary>
    CallEnds,

    /// <summary>The task waits, for <see cref="TraceEvent.Other"/> or until <see cref="TraceEvent.Moment"/>.</summary>
    Suspended,

    /// <summary>A step of the task was queued; <see cref="TraceEvent.Other"/> ended its wait.</summary>
    MadeReady,

    /// <summary>The task has ended; <see cref="TraceEvent.Outcome"/> says how.</summary>
    Completed,

    /// <summary>A timer was set for <see cref="TraceEvent.Moment"/>.</summary>
    TimerSet,

    /// <summary><see cref="TraceEvent.Text"/> was written.</summary>
    Output,

    /// <summary>A blocking call holds the loop, for <see cref="TraceEvent.Moment"/>.</summary>
    Blocked,

    /// <summary>A lane of ordinary async code begins; it was begun inside <see cref="TraceEvent.Other"/>.</summary>
    LaneBegins,

    /// <summary>The lane has ended; <see cref="TraceEvent.Outcome"/> says how.</summary>
    LaneEnds,

    /// <summary>
    /// <see cref="TraceEvent.Other"/> is about to be awaited, whether or not that takes time; when it is a coroutine or something that is
    /// not known, nobody. Of a timer <see cref="TraceEvent.Moment"/> is the deadline.
    /// </summary>
    Awaits,

    /// <summary>A call has returned <see cref="TraceEvent.Other"/>, to be awaited or not.</summary>
    Called,

    /// <summary>Whoever goes on knows how <see cref="TraceEvent.Other"/> ended, or will: it is one of several that are awaited together.</summary>
    Observes,

    /// <summary>A call that blocks until <see cref="TraceEvent.Other"/> has ended holds the loop from now on.</summary>
    BlockBegins,

    /// <summary>That call has returned.</summary>
    BlockEnds,

    /// <summary>The method that has just begun is written at <see cref="TraceEvent.Site"/>.</summary>
    Entered,

    /// <summary>A part of the program begins; <see cref="TraceEvent.Text"/> is its title.</summary>
    PartBegins,

    /// <summary>The part has ended.</summary>
    PartEnds,
}

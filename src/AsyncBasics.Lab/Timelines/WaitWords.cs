namespace AsyncBasics.Lab;

/// <summary>Says in words what a phase is.</summary>
internal static class WaitWords
{
    private static readonly TimeSpan s_mostDelay = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan[] s_roundSteps = [.. new[] { 1, 0.5, 0.1, 0.05 }.Select(TimeSpan.FromSeconds)];

    public static string Of(Phase phase, Trace trace) => phase.Kind switch
    {
        PhaseKind.Run => $"runs {Measured(phase, trace)}",
        PhaseKind.Ready => $"starved {Measured(phase, trace)}",
        PhaseKind.Block => $"blocks {(phase.IsOpen ? DurationText.Short(phase.Deadline - phase.Start) : Measured(phase, trace))}",
        PhaseKind.Held => $"calls {phase.Members[0].Root.Name}",
        _ => Wait(phase, trace),
    };

    private static string Wait(Phase phase, Trace trace) => phase.Wait switch
    {
        WaitKind.Timer => Sleep(phase, trace),
        WaitKind.Yield => "gives the others a turn",
        WaitKind.Native when phase.Members.Count == 0 => "waits for a Task",
        _ => $"waits for {Awaited(phase, trace)}",
    };

    /// <summary>On a real clock the small change is chance.</summary>
    private static string Measured(Phase phase, Trace trace) =>
        trace.IsVirtual ? DurationText.Short(phase.Length) : DurationText.About(phase.Length);

    private static string Sleep(Phase phase, Trace trace)
    {
        TimeSpan planned = phase.Deadline - phase.Start;
        planned = trace.IsVirtual ? planned : AsAskedFor(planned);
        bool cutShort = !phase.IsOpen && phase.End < phase.Deadline;
        return cutShort
            ? $"sleeps {DurationText.Share(phase.Length, planned)}"
            : $"sleeps {DurationText.Short(planned)}";
    }

    /// <summary>
    /// On a real clock a little of a sleep has passed when it is told of, the first time some 10 ms: the round number just above is what
    /// the program asked for.
    /// </summary>
    private static TimeSpan AsAskedFor(TimeSpan left)
    {
        TimeSpan most = left + (left / 25 < s_mostDelay ? left / 25 : s_mostDelay);
        foreach (TimeSpan step in s_roundSteps)
        {
            TimeSpan round = step * Math.Ceiling(left / step);
            if (round <= most)
            {
                return round;
            }
        }

        return left;
    }

    private static string Awaited(Phase phase, Trace trace)
    {
        TraceSubject? awaited = phase.Awaited == TraceEvent.Nobody ? null : trace.Subjects[phase.Awaited];
        bool isCombination = awaited is { Kind: TraceSubjectKind.Future, Members.Count: > 0 };
        if (isCombination && awaited!.Name != "wait")
        {
            return awaited.Name;
        }

        if (phase.Members.Count <= 1)
        {
            return phase.Members.Count == 1 ? phase.Members[0].Root.Name : awaited?.Name ?? "a Task";
        }

        return phase.EndedWithTheFirst ? $"the first of {phase.Members.Count}" : $"{phase.Members.Count} tasks";
    }
}

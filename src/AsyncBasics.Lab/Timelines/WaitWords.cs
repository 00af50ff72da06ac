namespace AsyncBasics.Lab;

/// <summary>Says in words what a phase is.</summary>
internal static class WaitWords
{
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
        WaitKind.Timer => Sleep(phase),
        WaitKind.Yield => "gives the others a turn",
        WaitKind.Native when phase.Members.Count == 0 => "waits for a Task",
        _ => $"waits for {Awaited(phase, trace)}",
    };

    /// <summary>On a real clock the small change is chance.</summary>
    private static string Measured(Phase phase, Trace trace) =>
        trace.IsVirtual ? DurationText.Short(phase.Length) : DurationText.About(phase.Length);

    private static string Sleep(Phase phase)
    {
        TimeSpan planned = phase.Deadline - phase.Start;
        bool cutShort = !phase.IsOpen && phase.End < phase.Deadline;
        return cutShort
            ? $"sleeps {DurationText.Share(phase.Length, planned)}"
            : $"sleeps {DurationText.Short(planned)}";
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

namespace AsyncBasics.Lab;

/// <summary>Says in words what a phase is.</summary>
internal static class WaitWords
{
    public static string Of(Phase phase, Trace trace) => phase.Kind switch
    {
        PhaseKind.Run => $"runs {DurationText.Short(phase.Length)}",
        PhaseKind.Ready => $"starved {DurationText.Short(phase.Length)}",
        PhaseKind.Block => $"blocks {DurationText.Short(phase.IsOpen ? phase.Deadline - phase.Start : phase.Length)}",
        PhaseKind.Held => $"calls {phase.Members[0].Root.Name}",
        _ => Wait(phase, trace),
    };

    private static string Wait(Phase phase, Trace trace) => phase.Wait switch
    {
        WaitKind.Timer => Sleep(phase),
        WaitKind.Yield => "gives the others a turn",
        WaitKind.Native when phase.Awaited == TraceEvent.Nobody => "waits for something outside the loop",
        _ => $"waits for {Awaited(phase, trace)}",
    };

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
            return phase.Members.Count == 1 ? phase.Members[0].Root.Name : awaited?.Name ?? "something outside the loop";
        }

        return phase.EndedWithTheFirst ? $"the first of {phase.Members.Count}" : $"{phase.Members.Count} tasks";
    }
}

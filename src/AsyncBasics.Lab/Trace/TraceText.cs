using System.Globalization;
using System.Text;

namespace AsyncBasics.Lab;

/// <summary>Writes a trace as text that can be read, and compared with that of another run.</summary>
internal static class TraceText
{
    public static string Write(Trace trace)
    {
        var text = new StringBuilder();
        foreach (TraceEvent happened in trace.Events)
        {
            string time = happened.Time.TotalSeconds.ToString("0.000####", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{time,10}  {Who(trace, happened.Subject),-4} {What(trace, happened)}\n");
        }

        return text.ToString();
    }

    private static string What(Trace trace, TraceEvent happened) => happened.Kind switch
    {
        TraceEventKind.TaskCreated => $"created: {trace.Subjects[happened.Subject].Name}{By(trace, happened)}",
        TraceEventKind.StepBegins => "step",
        TraceEventKind.StepEnds => "step ends",
        TraceEventKind.CallBegins => $"call {happened.Text}",
        TraceEventKind.CallEnds => $"call {Outcome(happened)}",
        TraceEventKind.Suspended => $"waits for {Awaited(trace, happened)}",
        TraceEventKind.MadeReady => $"ready{By(trace, happened)}",
        TraceEventKind.Completed => Outcome(happened),
        TraceEventKind.TimerSet => $"timer for {Seconds(happened.Moment)}",
        TraceEventKind.Output => $"writes {happened.Text?.ReplaceLineEndings("\\n")}",
        TraceEventKind.Blocked => $"blocks {Seconds(happened.Moment)}",
        TraceEventKind.LaneBegins => $"begins: {trace.Subjects[happened.Subject].Name}{By(trace, happened)}",
        TraceEventKind.LaneEnds => Outcome(happened),
        TraceEventKind.Awaits => $"awaits {Whom(trace, happened)}{At(trace, happened)}",
        TraceEventKind.Observes => $"will know of {Whom(trace, happened)}",
        TraceEventKind.Called => $"has called {Whom(trace, happened)}{At(trace, happened)}",
        TraceEventKind.BlockBegins => $"blocks until the end of {Whom(trace, happened)}{At(trace, happened)}",
        TraceEventKind.BlockEnds => "blocks no longer",
        TraceEventKind.Entered => $"is{At(trace, happened)}",
        TraceEventKind.PartBegins => $"part begins: {happened.Text}",
        _ => "part ends",
    };

    private static string Who(Trace trace, int subject) => subject == TraceEvent.Nobody
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{trace.Subjects[subject].Kind.ToString()[0]}{subject}");

    private static string Whom(Trace trace, TraceEvent happened) => happened.Other == TraceEvent.Nobody
        ? "something"
        : $"{Who(trace, happened.Other)}: {trace.Subjects[happened.Other].Name}";

    private static string At(Trace trace, TraceEvent happened) => happened.Site == TraceEvent.Nobody
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $" at line {trace.Sites[happened.Site].Place.Line}");

    private static string By(Trace trace, TraceEvent happened) =>
        happened.Other == TraceEvent.Nobody ? string.Empty : $", by {Who(trace, happened.Other)}";

    private static string Awaited(Trace trace, TraceEvent happened) => happened.Wait switch
    {
        WaitKind.Timer => $"{Seconds(happened.Moment)}",
        WaitKind.Yield => "its turn",
        _ when happened.Other == TraceEvent.Nobody => "something outside the loop",
        _ => $"{Who(trace, happened.Other)}: {Describe(trace, trace.Subjects[happened.Other])}",
    };

    private static string Describe(Trace trace, TraceSubject subject) => subject.Members.Count == 0
        ? subject.Name
        : $"{subject.Name} of {string.Join(", ", subject.Members.Select(member => Who(trace, member)))}";

    private static string Outcome(TraceEvent happened) => happened.Outcome switch
    {
        FutureState.Succeeded => "done",
        FutureState.Cancelled => "cancelled",
        FutureState.Failed => happened.Text is null ? "failed" : $"failed: {happened.Text}",
        _ => "pending",
    };

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000####", CultureInfo.InvariantCulture) + " s";
}

using System.Globalization;

namespace AsyncBasics;

/// <content>Debug mode.</content>
public sealed partial class EventLoop
{
    private void RunTimed(ReadyItem turn, LoopThread thread)
    {
        TimeSpan start = Time;
        Run(turn, thread);
        TimeSpan duration = Time - start;
        if (duration >= _slowStepThreshold)
        {
            object what = turn.Argument is null ? turn.Target : "a callback";
            string seconds = duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
            Report(new LoopReport(LoopReportKind.SlowStep, $"Executing {what} took {seconds} seconds", Task: turn.Target as Future));
        }
    }

    /// <summary>In debug mode: refuses a call that only the loop's own thread may make.</summary>
    private void ThrowOnWrongThread()
    {
        if (Debug && IsRunning && !IsRunningHere)
        {
            throw new InvalidOperationException(
                "Non-thread-safe operation invoked on an event loop other than the current one: use CallSoonThreadsafe from other threads.");
        }
    }
}

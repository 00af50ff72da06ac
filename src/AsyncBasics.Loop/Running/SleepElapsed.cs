namespace AsyncBasics;

/// <summary>The turn of a sleeping task's timer: only the next turn is the task's own, as in asyncio.</summary>
internal sealed class SleepElapsed : ReadyCallback
{
    public static readonly SleepElapsed Instance = new();

    public override void Invoke(object argument)
    {
        var task = (LoopTask)argument;
        task.TimerElapsed(task.Loop);
    }
}

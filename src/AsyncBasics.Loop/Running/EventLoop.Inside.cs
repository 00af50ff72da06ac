namespace AsyncBasics;

/// <content>Single turns, for a <see cref="LoopHost"/> whose work waits in the middle of one and has no thread of its own.</content>
public sealed partial class EventLoop
{
    /// <summary>Runs the turn that is first in the queue, inside the one that runs now.</summary>
    internal void RunTurn()
    {
        Posts.MoveTo(_ready);
        if (_ready.Count > 0)
        {
            RunNext(LoopThread.Current);
        }
    }

    /// <summary>Queues the turns of the timers that are due.</summary>
    internal void TakeInDue() => Timers.MoveDue(Clock.Now, _ready);
}

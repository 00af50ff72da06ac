namespace AsyncBasics;

/// <summary>
/// Stands in the awaiter of a sleep that a coroutine awaits in place. The sleep has no outcome of its own, so that one of these serves
/// a whole thread; how long to sleep is between asking for the awaiter and suspending, where nothing else can come between.
/// </summary>
internal sealed class SleepInPlace(LoopThread thread) : LoopTask
{
    public override string CoroutineName => nameof(Asyncio.Sleep);

    /// <summary>Whose stand-in it is: with it at hand, nobody has to look the thread up.</summary>
    public LoopThread Thread => thread;

    /// <summary>How long the sleep is that is just being awaited, in ticks.</summary>
    public long Ticks { get; set; }

    internal override object? CopyBody() => null;

    private protected override void MoveNext() => throw new InvalidOperationException("A sleep in place has no body.");

    private protected override void DropBody()
    {
    }

    private protected override void Recycle(LoopThread thread)
    {
    }
}

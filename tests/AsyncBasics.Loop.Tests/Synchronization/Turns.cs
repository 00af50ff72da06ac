namespace AsyncBasics.Tests;

/// <summary>Counts iterations of the loop.</summary>
internal sealed class Turns
{
    private bool _stopped;

    private Turns() => EventLoop.Running.CallSoon(Tick);

    private int Count { get; set; }

    /// <summary>How many iterations have passed entirely when one who awaits <paramref name="coroutine"/> runs again.</summary>
    public static async Coroutine<int> Of(Coroutine coroutine)
    {
        var turns = new Turns();
        await coroutine;
        turns._stopped = true;
        return turns.Count;
    }

    /// <inheritdoc cref="Of(Coroutine)"/>
    public static async Coroutine<int> Of<T>(Coroutine<T> coroutine)
    {
        var turns = new Turns();
        await coroutine;
        turns._stopped = true;
        return turns.Count;
    }

    private void Tick()
    {
        if (!_stopped)
        {
            Count++;
            EventLoop.Running.CallSoon(Tick);
        }
    }
}

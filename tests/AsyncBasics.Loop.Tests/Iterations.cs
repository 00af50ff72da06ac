namespace AsyncBasics.Tests;

/// <summary>Counts the loop's iterations while something is awaited that takes no time on the clock.</summary>
internal static class Iterations
{
    /// <returns>How many iterations later than it began to await the awaiter ran again.</returns>
    public static async Coroutine<int> Of(Func<Coroutine> action)
    {
        EventLoop loop = EventLoop.Running;
        int iterations = 0;
        bool ended = false;
        loop.CallSoon(Count);
        await action();
        ended = true;
        return iterations;

        void Count()
        {
            // Queued before everything else of its iteration, so that it has counted when the awaiter runs in the same one.
            iterations++;
            if (!ended)
            {
                loop.CallSoon(Count);
            }
        }
    }
}

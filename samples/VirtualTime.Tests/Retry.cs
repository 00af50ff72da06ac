namespace VirtualTime;

/// <summary>Ordinary async code that knows nothing of the loop: it takes a <see cref="TimeProvider"/>, as .NET code should.</summary>
public sealed class Retry(TimeProvider time)
{
    /// <summary>Tries until it succeeds, waiting 1 s after the first failure and twice as long after each further one.</summary>
    public async Task<T> Run<T>(Func<Task<T>> attempt, TimeSpan giveUpAfter)
    {
        long start = time.GetTimestamp();
        for (var delay = TimeSpan.FromSeconds(1); ; delay *= 2)
        {
            try
            {
                return await attempt();
            }
            catch (IOException) when (time.GetElapsedTime(start) + delay <= giveUpAfter)
            {
                await Task.Delay(delay, time);
            }
        }
    }
}

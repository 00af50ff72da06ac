using System.Diagnostics;

namespace AsyncBasics.Peers;

/// <summary>W2: what a short task costs.</summary>
internal static class Creating
{
    /// <summary>W2a: start one that does next to nothing, and await it. Size: how many.</summary>
    public static async Task<Round> OneAfterTheOther(int[] sizes)
    {
        long start = Stopwatch.GetTimestamp();
        long sum = 0;
        for (int i = 0; i < sizes[0]; i++)
        {
            sum += await Task.Run(One);
        }

        return new(Stopwatch.GetElapsedTime(start).TotalSeconds, sizes[0], sum);

        static int One() => 1;
    }

    /// <summary>W2b: tasks that yield once, gathered. Sizes: how many at once, how often.</summary>
    public static async Task<Round> Gathered(int[] sizes)
    {
        long start = Stopwatch.GetTimestamp();
        long sum = 0;
        for (int i = 0; i < sizes[1]; i++)
        {
            int[] ones = await Task.WhenAll(Enumerable.Range(0, sizes[0]).Select(_ => One()));
            foreach (int one in ones)
            {
                sum += one;
            }
        }

        return new(Stopwatch.GetElapsedTime(start).TotalSeconds, (long)sizes[0] * sizes[1], sum);

        static async Task<int> One()
        {
            await Task.Yield();
            return 1;
        }
    }
}

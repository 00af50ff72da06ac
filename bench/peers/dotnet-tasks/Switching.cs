using System.Diagnostics;

namespace AsyncBasics.Peers;

/// <summary>W3: tasks that give each other the turn. Sizes: tasks, yields of each.</summary>
internal static class Switching
{
    public static async Task<Round> Yields(int[] sizes)
    {
        long start = Stopwatch.GetTimestamp();
        int[] counts = await Task.WhenAll(Enumerable.Range(0, sizes[0]).Select(_ => Yielding(sizes[1])));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new(seconds, (long)sizes[0] * sizes[1], counts.Sum(count => (long)count));

        static async Task<int> Yielding(int yields)
        {
            int count = 0;
            for (int i = 0; i < yields; i++)
            {
                await Task.Yield();
                count++;
            }

            return count;
        }
    }
}

using System.Diagnostics;

namespace AsyncBasics.Peers;

/// <summary>W5, W5y: async calls inside each other, per call. Sizes: how deep, how often.</summary>
internal static class Nesting
{
    public static async Task<Round> CallsThatEndAtOnce(int[] sizes)
    {
        long start = Stopwatch.GetTimestamp();
        long sum = 0;
        for (int i = 0; i < sizes[1]; i++)
        {
            sum += await Call(sizes[0]);
        }

        return new(Stopwatch.GetElapsedTime(start).TotalSeconds, (long)sizes[0] * sizes[1], sum);

        static async Task<int> Call(int depth) => depth == 0 ? 0 : 1 + await Call(depth - 1);
    }

    public static async Task<Round> CallsThatYield(int[] sizes)
    {
        long start = Stopwatch.GetTimestamp();
        long sum = 0;
        for (int i = 0; i < sizes[1]; i++)
        {
            sum += await Call(sizes[0]);
        }

        return new(Stopwatch.GetElapsedTime(start).TotalSeconds, (long)sizes[0] * sizes[1], sum);

        static async Task<int> Call(int depth)
        {
            if (depth == 0)
            {
                await Task.Yield();
                return 0;
            }

            return 1 + await Call(depth - 1);
        }
    }
}

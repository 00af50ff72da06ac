using System.Diagnostics;

namespace AsyncBasics.Peers;

/// <summary>W6: sleeps of a millisecond, one after the other, per sleep. Size: how many.</summary>
internal static class ShortSleeps
{
    public static Round OneAfterTheOther(int[] sizes)
    {
        return Main(sizes[0]).GetAwaiter().GetResult();

        static async Task<Round> Main(int sleeps)
        {
            long start = Stopwatch.GetTimestamp();
            long count = 0;
            for (int i = 0; i < sleeps; i++)
            {
                await Task.Delay(1);
                count++;
            }

            return new(Stopwatch.GetElapsedTime(start).TotalSeconds, sleeps, count);
        }
    }
}

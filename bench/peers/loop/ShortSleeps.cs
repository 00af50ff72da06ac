namespace AsyncBasics.Peers;

/// <summary>W6: sleeps of a millisecond, one after the other, per sleep. Size: how many.</summary>
internal static class ShortSleeps
{
    public static Round OneAfterTheOther(int[] sizes)
    {
        return Round.Of(sizes[0], () => Asyncio.Run(Main(sizes[0])));

        static async Coroutine<long> Main(int sleeps)
        {
            long count = 0;
            for (int i = 0; i < sleeps; i++)
            {
                await Asyncio.Sleep(0.001);
                count++;
            }

            return count;
        }
    }
}

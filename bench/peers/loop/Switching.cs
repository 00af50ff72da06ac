namespace AsyncBasics.Peers;

/// <summary>W3: tasks that give each other the turn. Sizes: tasks, yields of each.</summary>
internal static class Switching
{
    public static Round Yields(int[] sizes) => Yields(sizes, new EventLoopOptions());

    public static Round Yields(int[] sizes, EventLoopOptions options)
    {
        return Round.Of((long)sizes[0] * sizes[1], () => Asyncio.Run(Main(sizes[0], sizes[1]), options));

        static async Coroutine<long> Main(int tasks, int yields)
        {
            int[] counts = await Asyncio.Gather(Enumerable.Range(0, tasks).Select(_ => Yielding(yields)));
            return counts.Sum(count => (long)count);
        }

        static async Coroutine<int> Yielding(int yields)
        {
            int count = 0;
            for (int i = 0; i < yields; i++)
            {
                await Asyncio.Sleep(0);
                count++;
            }

            return count;
        }
    }
}

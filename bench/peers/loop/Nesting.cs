namespace AsyncBasics.Peers;

/// <summary>W5, W5y: async calls inside each other, per call. Sizes: how deep, how often.</summary>
internal static class Nesting
{
    public static Round CallsThatEndAtOnce(int[] sizes)
    {
        return Round.Of((long)sizes[0] * sizes[1], () => Asyncio.Run(Calls(sizes[0], sizes[1])));

        static async Coroutine<long> Calls(int depth, int times)
        {
            long sum = 0;
            for (int i = 0; i < times; i++)
            {
                sum += await Call(depth);
            }

            return sum;
        }

        static async Coroutine<int> Call(int depth) => depth == 0 ? 0 : 1 + await Call(depth - 1);
    }

    public static Round CallsThatYield(int[] sizes)
    {
        return Round.Of((long)sizes[0] * sizes[1], () => Asyncio.Run(Calls(sizes[0], sizes[1])));

        static async Coroutine<long> Calls(int depth, int times)
        {
            long sum = 0;
            for (int i = 0; i < times; i++)
            {
                sum += await Call(depth);
            }

            return sum;
        }

        static async Coroutine<int> Call(int depth)
        {
            if (depth == 0)
            {
                await Asyncio.Sleep(0);
                return 0;
            }

            return 1 + await Call(depth - 1);
        }
    }
}

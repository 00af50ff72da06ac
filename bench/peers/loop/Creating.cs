namespace AsyncBasics.Peers;

/// <summary>W2: what a short task costs.</summary>
internal static class Creating
{
    /// <summary>W2a: create one that does next to nothing, and await it. Size: how many.</summary>
    public static Round OneAfterTheOther(int[] sizes)
    {
        return Round.Of(sizes[0], () => Asyncio.Run(CreateAll(sizes[0])));

        static async Coroutine<long> CreateAll(int tasks)
        {
            long sum = 0;
            for (int i = 0; i < tasks; i++)
            {
                sum += await Asyncio.CreateTask(One());
            }

            return sum;
        }

#pragma warning disable CS1998 // A task with nothing to wait for is the work.
        static async Coroutine<int> One() => 1;
#pragma warning restore CS1998
    }

    /// <summary>W2b: tasks that yield once, gathered. Sizes: how many at once, how often.</summary>
    public static Round Gathered(int[] sizes)
    {
        return Round.Of((long)sizes[0] * sizes[1], () => Asyncio.Run(GatherAll(sizes[0], sizes[1])));

        static async Coroutine<long> GatherAll(int tasks, int times)
        {
            long sum = 0;
            for (int i = 0; i < times; i++)
            {
                int[] ones = await Asyncio.Gather(Enumerable.Range(0, tasks).Select(_ => One()));
                foreach (int one in ones)
                {
                    sum += one;
                }
            }

            return sum;
        }

        static async Coroutine<int> One()
        {
            await Asyncio.Sleep(0);
            return 1;
        }
    }
}

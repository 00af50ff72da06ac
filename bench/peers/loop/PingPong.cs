namespace AsyncBasics.Peers;

/// <summary>W4: two tasks and two queues with one place each. Size: round trips.</summary>
internal static class PingPong
{
    public static Round RoundTrips(int[] sizes)
    {
        return Round.Of(sizes[0], () => Asyncio.Run(Main(sizes[0])));

        static async Coroutine<long> Main(int roundTrips)
        {
            var there = new LoopQueue<int>(maxSize: 1);
            var back = new LoopQueue<int>(maxSize: 1);
            LoopTask echo = Asyncio.CreateTask(Echo(there, back, roundTrips));
            long count = 0;
            for (int i = 0; i < roundTrips; i++)
            {
                await there.Put(i);
                count += await back.Get() - i;
            }

            await echo;
            return count;
        }

        static async Coroutine Echo(LoopQueue<int> there, LoopQueue<int> back, int roundTrips)
        {
            for (int i = 0; i < roundTrips; i++)
            {
                await back.Put(await there.Get() + 1);
            }
        }
    }
}

namespace AsyncBasics.Peers;

/// <summary>W8: threads that post callbacks to the loop. Sizes: threads, callbacks of all together.</summary>
internal static class Posting
{
    public static Round FromThreads(int[] sizes)
    {
        return Round.Of(sizes[1], () => Asyncio.Run(Main(sizes[0], sizes[1] / sizes[0])));

        static async Coroutine<long> Main(int threads, int callbacks)
        {
            EventLoop loop = EventLoop.Running;

            // Without it, a loop whose posters are not on their way yet takes itself to be in a deadlock.
            using IDisposable hold = loop.Hold();
            var all = new Future<long>();
            long count = 0;
            Thread[] posters = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Post))];
            foreach (Thread poster in posters)
            {
                poster.Start();
            }

            return await all;

            void Post()
            {
                for (int i = 0; i < callbacks; i++)
                {
                    loop.CallSoonThreadsafe(Count);
                }
            }

            void Count()
            {
                if (++count == (long)threads * callbacks)
                {
                    all.SetResult(count);
                }
            }
        }
    }
}

using System.Collections.Concurrent;

namespace AsyncBasics.Peers;

/// <summary>W8: threads that post callbacks to another one. Sizes: threads, callbacks of all together.</summary>
internal static class Posting
{
    public static Round FromThreads(int[] sizes) => Round.Of(sizes[1], () => Consume(sizes[0], sizes[1] / sizes[0]));

    private static long Consume(int threads, int callbacks)
    {
        using var queue = new BlockingCollection<Action>();
        long count = 0;
        Thread[] posters = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Post))];
        foreach (Thread poster in posters)
        {
            poster.Start();
        }

        foreach (Action callback in queue.GetConsumingEnumerable())
        {
            callback();
            if (count == (long)threads * callbacks)
            {
                break;
            }
        }

        return count;

        void Post()
        {
            for (int i = 0; i < callbacks; i++)
            {
                queue.Add(Count);
            }
        }

        void Count() => count++;
    }
}

using System.Diagnostics;

namespace AsyncBasics.Peers;

/// <summary>W7: ending what would take longer. Size: how many.</summary>
internal static class Cancelling
{
    /// <summary>W7c: cancel tasks that sleep, and wait for the last of them; that they were made is not in the time.</summary>
    /// <remarks>Every task has a source of its own: each can be cancelled alone, as tasks on a loop can.</remarks>
    public static Round SleepingTasks(int[] sizes)
    {
        return Main(sizes[0]).GetAwaiter().GetResult();

        static async Task<Round> Main(int count)
        {
            CancellationTokenSource[] sources = [.. Enumerable.Range(0, count).Select(_ => new CancellationTokenSource())];
            Task[] tasks = [.. sources.Select(source => Sleeper(source.Token))];

            long start = Stopwatch.GetTimestamp();
            foreach (CancellationTokenSource source in sources)
            {
                source.Cancel();
            }

            await Task.WhenAll(tasks).ContinueWith(_ => { }, TaskScheduler.Default);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            long cancelled = tasks.LongCount(task => task.IsCanceled);
            foreach (CancellationTokenSource source in sources)
            {
                source.Dispose();
            }

            return new(seconds, count, cancelled);
        }

        static async Task Sleeper(CancellationToken cancellation) => await Task.Delay(TimeSpan.FromHours(1), cancellation);
    }

    /// <summary>W7t: a timeout around each of many awaits that take one turn.</summary>
    public static async Task<Round> Timeouts(int[] sizes)
    {
        long start = Stopwatch.GetTimestamp();
        long sum = 0;
        for (int i = 0; i < sizes[0]; i++)
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            sum += await Short(timeout.Token);
        }

        return new(Stopwatch.GetElapsedTime(start).TotalSeconds, sizes[0], sum);

        static async Task<int> Short(CancellationToken cancellation)
        {
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
            return 1;
        }
    }
}

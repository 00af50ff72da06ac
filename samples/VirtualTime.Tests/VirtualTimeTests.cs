using AsyncBasics;

namespace VirtualTime;

/// <summary>
/// Tests of ordinary <see cref="Task"/> code on a virtual clock: hours pass in milliseconds, and every run is the same. Each test hands
/// its async body to <c>Asyncio.Run</c>, and the loop's clock to the code under test.
/// </summary>
public sealed class VirtualTimeTests
{
    [Fact]
    public void Retry_ServiceIsDownForAnHour_SucceedsWhenItIsBack()
    {
        List<TimeSpan> attempts = Simulate(AttemptUntilTheServiceIsBack);

        Assert.Equal([0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 1023, 2047, 4095], attempts.Select(at => at.TotalSeconds));
    }

    [Fact]
    public void Retry_ServiceStaysDown_GivesUpInTime()
    {
        double minutes = Simulate(async time =>
        {
            var retry = new Retry(time);
            await Assert.ThrowsAsync<IOException>(() => retry.Run<int>(() => throw new IOException("down"), TimeSpan.FromMinutes(10)));
            return EventLoop.Running.Time.TotalMinutes;
        });

        Assert.InRange(minutes, 5, 10);
    }

    [Fact]
    public void RateLimiter_SevenCallersAtThreeASecond_PassInThreeWaves()
    {
        List<double> passed = Simulate(PassTheLimiter);

        Assert.Equal([0, 0, 0, 1, 1, 1, 2], passed);
    }

    [Fact]
    public void Cache_AskedAgainBeforeAndAfterTheLifetime_FetchesTwice()
    {
        int fetches = Simulate(async time =>
        {
            int count = 0;
            var cache = new ExpiringCache<string, int>(Fetch, TimeSpan.FromMinutes(5), time);
            int[] together = await Task.WhenAll(cache.Get("a"), cache.Get("a"));
            Assert.Equal([1, 1], together);
            await Task.Delay(TimeSpan.FromMinutes(4), time);
            Assert.Equal(1, await cache.Get("a"));
            await Task.Delay(TimeSpan.FromMinutes(2), time);
            Assert.Equal(2, await cache.Get("a"));
            return count;

            async Task<int> Fetch(string key)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), time);
                return ++count;
            }
        });

        Assert.Equal(2, fetches);
    }

    [Fact]
    public void Clock_AdvancedByHand_StopsWhereTheTestWantsToLook()
    {
        var clock = new VirtualClock(manual: true);
        Asyncio.Run(
            async () =>
            {
                Task delay = Task.Delay(TimeSpan.FromSeconds(10), EventLoop.Running.TimeProvider);
                await clock.AdvanceAsync(TimeSpan.FromSeconds(9.999));
                Assert.False(delay.IsCompleted);
                await clock.AdvanceAsync(TimeSpan.FromSeconds(0.001));
                Assert.True(delay.IsCompleted);
            },
            new EventLoopOptions { Clock = clock });
    }

    [Fact]
    public void Run_TestHangs_EndsWithTheListOfWhoWaitsForWhat()
    {
        var forgotten = new TaskCompletionSource();

        TimeoutException hang = Assert.Throws<TimeoutException>(() => Asyncio.Run(
            Main(),
            new EventLoopOptions { Clock = new VirtualClock(), RealTimeLimit = TimeSpan.FromMilliseconds(50), OnReport = _ => { } }));

        Assert.Contains("worker (Work) waits for something outside the loop", hang.Message, StringComparison.Ordinal);

        async Coroutine Main() => await Asyncio.CreateTask(Work(), name: "worker");

        async Coroutine Work() => await forgotten.Task;
    }

    [Fact]
    public void EveryRun_AThousandTimes_IsTheSame()
    {
        List<TimeSpan> attempts = Simulate(AttemptUntilTheServiceIsBack);
        List<double> passed = Simulate(PassTheLimiter);
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(attempts, Simulate(AttemptUntilTheServiceIsBack));
            Assert.Equal(passed, Simulate(PassTheLimiter));
        }
    }

    private static async Task<List<TimeSpan>> AttemptUntilTheServiceIsBack(TimeProvider time)
    {
        List<TimeSpan> attempts = [];
        var back = TimeSpan.FromHours(1);
        return await new Retry(time).Run(CallService, giveUpAfter: TimeSpan.FromHours(3));

        async Task<List<TimeSpan>> CallService()
        {
            attempts.Add(EventLoop.Running.Time);
            await Task.Yield();
            return EventLoop.Running.Time >= back ? attempts : throw new IOException("The service is down.");
        }
    }

    private static async Task<List<double>> PassTheLimiter(TimeProvider time)
    {
        using var limiter = new RateLimiter(3, TimeSpan.FromSeconds(1), time);
        List<double> passed = [];
        await Task.WhenAll(Enumerable.Range(0, 7).Select(_ => Call()));
        return passed;

        async Task Call()
        {
            await limiter.Pass();
            passed.Add(EventLoop.Running.Time.TotalSeconds);
        }
    }

    private static T Simulate<T>(Func<TimeProvider, Task<T>> body) => Asyncio.Run(
        () => body(EventLoop.Running.TimeProvider),
        new EventLoopOptions { Clock = new VirtualClock(), RealTimeLimit = TimeSpan.FromSeconds(10) });
}

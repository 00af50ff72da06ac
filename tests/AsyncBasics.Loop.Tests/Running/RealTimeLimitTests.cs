using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>A run that takes too long in real time ends and says who waits for what.</summary>
public sealed class RealTimeLimitTests
{
    [Fact]
    public void Limit_AWaitForSomethingOutside_EndsWithTheListOfWaiters()
    {
        var never = new TaskCompletionSource();

        TimeoutException error = Assert.Throws<TimeoutException>(() => Run(Main(), Limited()));

        Assert.Contains("(Main) waits for something outside the loop", error.Message, StringComparison.Ordinal);

        async Coroutine Main() => await never.Task;
    }

    [Fact]
    public void Limit_TasksThatNeverRest_EndToo()
    {
        TimeoutException error = Assert.Throws<TimeoutException>(() => Run(Spin(), Limited()));

        Assert.Contains("(Spin)", error.Message, StringComparison.Ordinal);

        static async Coroutine Spin()
        {
            while (true)
            {
                await Sleep(1);
            }
        }
    }

    [Fact]
    public void Limit_ThousandsWait_ListsTheFirst_AndSaysHowManyMore()
    {
        var never = new TaskCompletionSource();

        TimeoutException error = Assert.Throws<TimeoutException>(() => Run(Main(), Limited()));

        Assert.EndsWith("… and 4961 more", error.Message, StringComparison.Ordinal);

        async Coroutine Main() => await Gather(Enumerable.Range(0, 5000).Select(_ => Wait()));

        async Coroutine Wait() => await never.Task;
    }

    [Fact]
    public void Limit_ARunThatEndsInTime_IsLeftAlone() => Run(Sleep(3600), VirtualTime.Options(_ => { }));

    private static EventLoopOptions Limited() => VirtualTime.Options(_ => { }) with { RealTimeLimit = TimeSpan.FromMilliseconds(50) };
}

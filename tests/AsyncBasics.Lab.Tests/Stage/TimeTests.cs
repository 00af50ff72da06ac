using AsyncBasics.Lab.StandIns;
using Console = AsyncBasics.Lab.StandIns.Console;
using Stopwatch = AsyncBasics.Lab.StandIns.Stopwatch;

namespace AsyncBasics.Lab.Tests.StandIns;

public sealed class TimeTests
{
    [Fact]
    public void Delay_TakesVirtualTimeOnly()
    {
        StageResult result = StageRun.Of(async () =>
        {
            var watch = Stopwatch.StartNew();
            await Tasks.Delay(2000);
            Console.WriteLine(watch.ElapsedMilliseconds);
            await Tasks.Delay(TimeSpan.FromHours(1));
            Console.WriteLine(watch.Elapsed);
        });

        Assert.Equal(["2000", "01:00:02"], result.Lines);
        Assert.Equal(3602, result.Seconds);
    }

    [Fact]
    public void Delay_Cancelled_ThrowsAtThatMoment()
    {
        StageResult result = StageRun.Of(async () =>
        {
            using var source = new CancellationTokenSource();
            Task delay = Tasks.Delay(5000, source.Token);
            await Tasks.Delay(1000);
            source.Cancel();
            await Assert.ThrowsAsync<TaskCanceledException>(() => delay);
        });

        Assert.Equal(1, result.Seconds);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(int.MinValue)]
    public void Delay_OfLessThanForever_IsRefusedAsByTheOriginal(int milliseconds) => StageRun.Of(() =>
    {
        ArgumentOutOfRangeException expected = Assert.Throws<ArgumentOutOfRangeException>(() => { _ = Task.Delay(milliseconds, TestContext.Current.CancellationToken); });
        ArgumentOutOfRangeException actual = Assert.Throws<ArgumentOutOfRangeException>(() => { _ = Tasks.Delay(milliseconds); });
        Assert.Equal(expected.Message, actual.Message);
        return Task.CompletedTask;
    });

    [Fact]
    public void Sleep_OnTheLoop_HoldsEverybody()
    {
        StageResult result = StageRun.Of(async () =>
        {
            Task other = Other();
            Threads.Sleep(2000);
            Console.WriteLine("slept");
            await other;
        });

        Assert.Equal(["slept", "other at 2"], result.Lines);

        static async Task Other()
        {
            var watch = Stopwatch.StartNew();
            await Tasks.Delay(1000);
            Console.WriteLine($"other at {watch.Elapsed.TotalSeconds}");
        }
    }

    [Fact]
    public void Clock_AskedOverAndOver_ComesToTheEnd()
    {
        StageResult result = StageRun.Of(() =>
        {
            var watch = Stopwatch.StartNew();
            while (watch.Elapsed < TimeSpan.FromSeconds(5))
            {
            }

            return Task.CompletedTask;
        });

        Assert.Equal(5, result.Seconds, 0.002);
    }

    [Fact]
    public void Today_IsTheFirstDayOfTheStage()
    {
        StageResult result = StageRun.OfSync(() =>
        {
            Console.WriteLine($"{Clocks.Now():yyyy-MM-dd HH:mm:ss} {Clocks.UtcNow():HH:mm} {Clocks.OffsetNow().Offset} {Clocks.Today():HH} {Clocks.TickCount64()}");
        });

        Assert.Equal(["2026-01-01 00:00:00 00:00 00:00:00 00 0"], result.Lines);
    }
}

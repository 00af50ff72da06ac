using System.Diagnostics;

namespace AsyncBasics.Tests;

/// <summary>Both ways to sleep: the system's own, where there is one, and the one that works everywhere.</summary>
[Collection(RealTimeCollection.Name)]
public sealed class ParkerTests
{
    public static TheoryData<string> Kinds => FutexParker.TryCreate() is null ? ["monitor"] : ["monitor", "futex"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Park_SleepsForTheGivenTime(string kind)
    {
        Parker parker = Make(kind);
        long start = Stopwatch.GetTimestamp();
        parker.Park(TimeSpan.FromMilliseconds(15).Ticks);

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromMilliseconds(14), TimeSpan.FromSeconds(10));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Unpark_BeforePark_Counts_ButOnlyOnce(string kind)
    {
        Parker parker = Make(kind);
        parker.Unpark();
        parker.Unpark();
        long start = Stopwatch.GetTimestamp();
        parker.Park(TimeSpan.FromSeconds(20).Ticks);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10));

        start = Stopwatch.GetTimestamp();
        parker.Park(TimeSpan.FromMilliseconds(15).Ticks);
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(14));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Unpark_FromAnotherThread_Wakes(string kind)
    {
        Parker parker = Make(kind);
        for (int i = 0; i < 20; i++)
        {
            var thread = new Thread(() =>
            {
                Thread.Sleep(1);
                parker.Unpark();
            });
            thread.Start();
            parker.Park(null);
            thread.Join();
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Unpark_IsNeverLost_HoweverItMeetsPark(string kind)
    {
        // A game of two sides that wake each other; one lost wake-up and it stands still.
        Parker here = Make(kind), there = Make(kind);
        const int Rounds = 5_000;
        var thread = new Thread(() =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                there.Park(null);
                here.Unpark();
            }
        });
        thread.Start();
        for (int i = 0; i < Rounds; i++)
        {
            there.Unpark();
            here.Park(null);
        }

        Assert.True(thread.Join(TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Park_ForNoTime_ReturnsAtOnce(string kind)
    {
        Parker parker = Make(kind);
        long start = Stopwatch.GetTimestamp();
        parker.Park(0);
        parker.Park(1);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    private static Parker Make(string kind) => kind == "monitor" ? new MonitorParker() : FutexParker.TryCreate()!;
}

using AsyncBasics.Lab.StandIns;

namespace AsyncBasics.Lab.Tests.StandIns;

/// <summary>In a browser there is one stack. Most programs cannot tell.</summary>
public sealed class WithoutThreadsTests
{
    private static readonly WorkTests s_work = new();
    private static readonly BlockedOnTheLoopTests s_blocking = new();

    public static TheoryData<string, Action> Same => new()
    {
        { nameof(WorkTests.Run_ThreeThatSleep_TakeAsLongAsTheLongest), s_work.Run_ThreeThatSleep_TakeAsLongAsTheLongest },
        { nameof(WorkTests.Run_OfAnAsyncDelegate_GoesOnInThePool), s_work.Run_OfAnAsyncDelegate_GoesOnInThePool },
        { nameof(WorkTests.Run_ThatThrows_FailsItsTask), s_work.Run_ThatThrows_FailsItsTask },
        { nameof(WorkTests.StartNew_OfAnAsyncDelegate_IsATaskInATask), s_work.StartNew_OfAnAsyncDelegate_IsATaskInATask },
        { nameof(WorkTests.Thread_InTheForeground_KeepsTheProgramAlive), s_work.Thread_InTheForeground_KeepsTheProgramAlive },
        { nameof(WorkTests.ForEach_OfEight_HasFourWorkers), s_work.ForEach_OfEight_HasFourWorkers },
        { nameof(WorkTests.ForEachAsync_OfEight_HasFourWorkers), s_work.ForEachAsync_OfEight_HasFourWorkers },
        { nameof(WorkTests.Lock_BetweenWorkers_LetsOneInAtATime), s_work.Lock_BetweenWorkers_LetsOneInAtATime },
        { nameof(WorkTests.Timer_FiresWhileTheMainThreadSleeps), s_work.Timer_FiresWhileTheMainThreadSleeps },
        { nameof(BlockedOnTheLoopTests.Result_OfWhatNeedsTheLoop_IsTheClassicDeadlock), s_blocking.Result_OfWhatNeedsTheLoop_IsTheClassicDeadlock },
        { nameof(BlockedOnTheLoopTests.Result_OfWhatNeedsNoLoop_Comes), s_blocking.Result_OfWhatNeedsNoLoop_Comes },
        { nameof(BlockedOnTheLoopTests.Wait_InAProgramThatIsNotAsync_LetsTheOthersRun), s_blocking.Wait_InAProgramThatIsNotAsync_LetsTheOthersRun },
        { nameof(BlockedOnTheLoopTests.Channel_Bounded_HoldsItsWriterUp), s_blocking.Channel_Bounded_HoldsItsWriterUp },
    };

    [Theory]
    [MemberData(nameof(Same), DisableDiscoveryEnumeration = true)]
    public void Program_OnOneStack_DoesTheSame(string name, Action test)
    {
        Assert.NotEmpty(name);
        StageRun.OnStack(test);
    }

    [Fact]
    public void WorkersThatWaitForEachOtherCrosswise_AreToldThatTheyNeedThreads() => StageRun.OnStack(() =>
    {
        (RunEndedException ending, _) = StageRun.Ending(async () =>
        {
            using var first = new Lab.StandIns.ManualResetEventSlim();
            using var second = new Lab.StandIns.ManualResetEventSlim();
            Task a = Tasks.Run(() =>
            {
                first.Wait();
                second.Set();
            });
            Task b = Tasks.Run(() =>
            {
                first.Set();
                second.Wait();
            });
            await Tasks.WhenAll(a, b);
        });

        Assert.IsType<PlatformNotSupportedException>(Assert.IsType<UnhandledException>(ending).InnerException);
    });
}

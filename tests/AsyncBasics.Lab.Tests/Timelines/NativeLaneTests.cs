using static AsyncBasics.Asyncio;

namespace AsyncBasics.Lab.Tests.Timelines;

public sealed class NativeLaneTests
{
    [Fact]
    public void Lanes_AwaitedInTurn_SleepAndEnd()
    {
        Timeline part = Recording.NativePart(recorder => InLane(recorder, "Main", async () =>
        {
            using IDisposable part = recorder.Part("sequential");
            await InLane(recorder, "A", () => Work("A", 2));
            await InLane(recorder, "B", () => Work("B", 1));
        }));

        Assert.Equal(["Main", ">A", ">B"], part.Tree());
        Assert.Equal("0-2 sleeps 2 s; Succeeded at 2", part.Named("A").Story());
        Assert.Equal("2-3 sleeps 1 s; Succeeded at 3", part.Named("B").Story());
        Assert.Equal("0-2 waits for A; 2-3 waits for B; Pending at 3", part.Named("Main").Story());
        Assert.Equal(["A", "B"], part.Critical());
        Assert.Equal(part.Took, part.HadToTake);
    }

    [Fact]
    public void Lanes_AwaitedTogether_OnlyTheLongestIsCritical()
    {
        Timeline part = Recording.NativePart(recorder => InLane(recorder, "Main", async () =>
        {
            using IDisposable part = recorder.Part("together");
            await Task.WhenAll(
                InLane(recorder, "A", () => Work("A", 2)),
                InLane(recorder, "B", () => Work("B", 1)),
                InLane(recorder, "C", () => Work("C", 3)));
        }));

        Assert.Equal("0-3 waits for 3 tasks; Pending at 3", part.Named("Main").Story());
        Assert.Equal(["C"], part.Critical());
        Assert.Equal(3, part.HadToTake!.Value.TotalSeconds);
    }

    [Fact]
    public void Lanes_WithoutALaneAroundThem_AreRoots()
    {
        Timeline part = Recording.NativePart(async recorder =>
        {
            using IDisposable part = recorder.Part("sequential");
            await InLane(recorder, "A", () => Work("A", 2));
            await InLane(recorder, "B", () => Work("B", 1));
        });

        Assert.Equal(["A", "B"], part.Tree());
        Assert.Equal(["A", "B"], part.Critical());
        Assert.Equal(3, part.Took.TotalSeconds);
    }

    [Fact]
    public void BlockingCall_HoldsTheCaller_AndStarvesTheSleepers()
    {
        Timeline part = Recording.NativePart(recorder => InLane(recorder, "Main", async () =>
        {
            using IDisposable part = recorder.Part("blocking");
            await Task.WhenAll(InLane(recorder, "A", () => Work("A", 1)), InLane(recorder, "B", () => Block("B", 3)));
        }));

        Assert.Equal("0-1 sleeps 1 s; 1-3 starved 2 s; Succeeded at 3", part.Named("A").Story());
        Assert.Equal("0-3 blocks 3 s; Succeeded at 3", part.Named("B").Story());
        Assert.Equal("0-3 calls B; Pending at 3", part.Named("Main").Story());

        // Whether Main would have had to wait for B, had B not blocked, cannot be seen.
        Assert.Null(part.HadToTake);
    }

    [Fact]
    public void LaneThatBlocksAfterItsFirstAwait_HoldsNoCaller()
    {
        Timeline part = Recording.NativePart(recorder => InLane(recorder, "Main", async () =>
        {
            using IDisposable part = recorder.Part("blocking");
            await Task.WhenAll(
                InLane(recorder, "A", () => Work("A", 1)),
                InLane(recorder, "Hog", async () =>
                {
                    await Work("Hog", 0.5);
                    BlockingSleep(3);
                    return "late";
                }));
        }));

        Assert.Equal("0-1 sleeps 1 s; 1-3.5 starved 2.5 s; Succeeded at 3.5", part.Named("A").Story());
        Assert.Equal("0-0.5 sleeps 0.5 s; 0.5-3.5 blocks 3 s; Succeeded at 3.5", part.Named("Hog").Story());
        Assert.Equal(3.5, part.HadToTake!.Value.TotalSeconds);
    }

    [Fact]
    public void FailedAndCancelledLanes_EndAsTheirTasksDo()
    {
        Timeline part = Recording.NativePart(async recorder =>
        {
            using IDisposable part = recorder.Part("ends");
            using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(1), EventLoop.Running.TimeProvider);
            Task failing = InLane(recorder, "F", async () =>
            {
                await Work("F", 0.5);
                throw new ExpectedException("F failed");
            });
            Task<string> cancelled = InLane(recorder, "C", async () =>
            {
                await Task.Delay(TimeSpan.FromSeconds(5), EventLoop.Running.TimeProvider, cancellation.Token);
                return "never";
            });
            await Assert.ThrowsAsync<ExpectedException>(() => failing);
            await Assert.ThrowsAsync<TaskCanceledException>(() => cancelled);
        });

        Lane failed = part.Named("F");
        Assert.Equal((FutureState.Failed, "ExpectedException: F failed"), (failed.State, failed.Error));
        Assert.Equal("0-1 sleeps 1 of 5 s; Cancelled at 1", part.Named("C").Story());
    }

    [Fact]
    public void Lane_GivesBackTheTaskOfItsBody_AndLeavesNoTraceOfItselfOnTheCaller()
    {
        Recording.OfNative(async recorder =>
        {
            var source = new TaskCompletionSource<string>();
            Task<string> lane = recorder.Lane("A", () => source.Task);
            Assert.Same(source.Task, lane);

            EventLoop.Running.WriteOutput("outside\n");
            source.SetResult("done");
            await lane;
            Assert.Empty(Timeline.From(recorder.ToTrace()).Named("A").Output);
        });
    }

    [Fact]
    public void Lane_WhoseBodyThrowsBeforeItReturnsATask_HasFailed()
    {
        static Task<string> Throw() => throw new ExpectedException("at once");

        Trace trace = Recording.OfNative(recorder => recorder.Lane("A", Throw));

        Assert.Equal("Failed at 0", Timeline.From(trace).Named("A").Story());
    }

    [Fact]
    public void Lane_InsideACoroutine_IsItsChild_AndTasksMadeInItAreTheirOwn()
    {
        static async Coroutine Main(TraceRecorder recorder) => await InLane(recorder, "Native", async () =>
        {
            LoopTask<string> task = CreateTask(LessonPrograms.DoTask("A", 1));
            await Work("N", 2);
            return await task;
        });

        Timeline timeline = Recording.TimelineOf(Main);

        Assert.Equal(["Main", ">Native", ">>DoTask A"], timeline.Tree());
        Assert.Equal("0-1 sleeps 1 s; Succeeded at 1", timeline.Named("DoTask A").Story());
        Assert.Equal(2, timeline.Named("DoTask A").Output.Count);
        Assert.Equal("0-2 sleeps 2 s; Succeeded at 2", timeline.Named("Native").Story());
        Assert.Equal("0-2 waits for Native; Succeeded at 2", timeline.Named("Main").Story());
        Assert.Equal(["Native"], timeline.Critical());
    }

    private static Task<T> InLane<T>(TraceRecorder recorder, string name, Func<Task<T>> body) => recorder.Lane(name, body);

    private static Task InLane(TraceRecorder recorder, string name, Func<Task> body) => recorder.Lane(name, body);

    private static async Task<string> Work(string name, double seconds)
    {
        EventLoop.Running.WriteOutput($"{name} starting\n");
        await Task.Delay(TimeSpan.FromSeconds(seconds), EventLoop.Running.TimeProvider);
        EventLoop.Running.WriteOutput($"{name} done\n");
        return name;
    }

    private static async Task<string> Block(string name, double seconds)
    {
        BlockingSleep(seconds);
        return name;
    }
}

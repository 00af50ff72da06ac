using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>A cancellation says why it came and by whom.</summary>
public sealed class CancelReasonTests
{
    [Fact]
    public void ByATask_HasItsName() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(10));
        _ = CreateTask(CancelLater(task), "canceller");

        CancelledException cancellation = await Awaiting.Throws<CancelledException>(task);

        Assert.Equal(new CancelReason(CancelKind.Requested, "enough", "canceller"), cancellation.Reason);
        Assert.Equal(cancellation.Reason, task.CancelReason);
        Assert.Equal("enough (by canceller)", cancellation.Message);

        static async Coroutine CancelLater(LoopTask task) => task.Cancel("enough");
    });

    [Fact]
    public void ByACallback_HasNoName() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(10));
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => task.Cancel());

        CancelledException cancellation = await Awaiting.Throws<CancelledException>(task);

        Assert.Equal(new CancelReason(), cancellation.Reason);
        Assert.Equal("cancelled", cancellation.Message);
    });

    [Fact]
    public void ByItself_HasItsOwnName() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(CancelMyself(), "me");

        Assert.Equal("me", (await Awaiting.Throws<CancelledException>(task)).Reason?.By);

        static async Coroutine CancelMyself()
        {
            CurrentTask!.Cancel();
            await Sleep(0);
        }
    });

    [Fact]
    public void ByADeadline_SaysSo_AndNobodyIsNamed() => VirtualTime.Run(async () =>
    {
        CancelReason? reason = null;

        await MoveOnAfter(1, async () => reason = (await Awaiting.Throws<CancelledException>(Sleep(10))).Reason);

        Assert.Equal(new CancelReason(CancelKind.Deadline), reason);
        Assert.Equal("the deadline passed", reason!.ToString());
    });

    [Fact]
    public void OfAScope_NamesTheTaskThatCancelledIt() => VirtualTime.Run(async () =>
    {
        CancelReason? reason = null;
        var scope = new CancelScope();
        _ = CreateTask(CancelScope(), "canceller");

        await scope.Run(async () => reason = (await Awaiting.Throws<CancelledException>(Sleep(10))).Reason);

        Assert.Equal(new CancelReason(CancelKind.Requested, "enough", "canceller"), reason);
        Assert.Equal(reason, scope.Reason);

        async Coroutine CancelScope() => scope.Cancel("enough");
    });

    [Fact]
    public void OfTheLoopsEnd_SaysSo()
    {
        CancelReason? reason = null;

        VirtualTime.Run(async () =>
        {
            _ = CreateTask(Keep());
            await Sleep(1);
        });

        Assert.Equal(new CancelReason(CancelKind.LoopClosing), reason);
        Assert.Equal("the loop is closing", reason!.ToString());

        async Coroutine Keep() => reason = (await Awaiting.Throws<CancelledException>(Sleep(10))).Reason;
    }

    [Fact]
    public void TravelsThroughTasksThatWaitForEachOther() => VirtualTime.Run(async () =>
    {
        CancelReason? innermost = null;
        LoopTask inner = CreateTask(Keep());
        LoopTask middle = CreateTask(Await(inner)), outer = CreateTask(Await(middle));
        await Sleep(1);

        outer.Cancel("from the top");

        CancelledException cancellation = await Awaiting.Throws<CancelledException>(outer);
        Assert.Equal("from the top", innermost?.Message);
        Assert.Equal("from the top", cancellation.Reason?.Message);

        async Coroutine Keep()
        {
            try
            {
                await Sleep(10);
            }
            catch (CancelledException e)
            {
                innermost = e.Reason;
                throw;
            }
        }

        static async Coroutine Await(LoopTask task) => await task;
    });

    [Fact]
    public void OfATaskCancelledBeforeItsFirstStep_IsKept() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(1));

        task.Cancel("never mind");

        Assert.Equal("never mind", (await Awaiting.Throws<CancelledException>(task)).Reason?.Message);
    });

    [Fact]
    public void OfATaskThatEndedNormallyWithTheRequestOpen_IsKept() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Last());

        Assert.Equal("last words", (await Awaiting.Throws<CancelledException>(task)).Reason?.Message);

        static async Coroutine Last() => CurrentTask!.Cancel("last words");
    });

    [Theory]
    [InlineData(CancelKind.Requested, "cancelled")]
    [InlineData(CancelKind.Deadline, "the deadline passed")]
    [InlineData(CancelKind.SiblingFailed, "a sibling failed")]
    [InlineData(CancelKind.GroupCancelled, "the group was cancelled")]
    [InlineData(CancelKind.LoopClosing, "the loop is closing")]
    public void InWords_SaysWhatHappened_AndByWhom(CancelKind kind, string words)
    {
        Assert.Equal(words, new CancelReason(kind).ToString());
        Assert.Equal($"{words} (by A)", new CancelReason(kind, By: "A").ToString());
        Assert.Equal("because (by A)", new CancelReason(kind, "because", "A").ToString());
    }

    [Fact]
    public void OfNothing_IsNoReason() => VirtualTime.Run(async () =>
    {
        Assert.Null(CancelReason.FromString(null));
        var future = new Future<int>();
        Assert.Null(future.CancelReason);
        future.Cancel();
        Assert.Null(future.CancelReason);
        Assert.Null((await Awaiting.Throws<CancelledException>(future)).Reason);
    });
}

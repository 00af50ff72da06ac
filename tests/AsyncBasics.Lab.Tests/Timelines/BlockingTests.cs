using static AsyncBasics.Asyncio;
using static AsyncBasics.Lab.Tests.LessonPrograms;

namespace AsyncBasics.Lab.Tests.Timelines;

public sealed class BlockingTests
{
    [Fact]
    public void BlockingCalls_HoldTheLoop_AndStarveThoseWhoHaveNotStarted()
    {
        Timeline timeline = Recording.TimelineOf(Blocking);

        Assert.Equal("0-2 blocks 2 s; Succeeded at 2", timeline.Named("BlockingTask A").Story());
        Assert.Equal("0-2 starved 2 s; 2-3 blocks 1 s; Succeeded at 3", timeline.Named("BlockingTask B").Story());
        Assert.Equal("0-3 starved 3 s; 3-6 blocks 3 s; Succeeded at 6", timeline.Named("BlockingTask C").Story());
    }

    [Fact]
    public void Sleeper_WhoseDeadlinePassesMeanwhile_IsStarvedFromThenOn()
    {
        static async Coroutine Main() => await Gather(DoTask("A", 1), BlockingTask("B", 3));

        Timeline timeline = Recording.TimelineOf(Main);

        Assert.Equal("0-1 sleeps 1 s; 1-3 starved 2 s; Succeeded at 3", timeline.Named("DoTask A").Story());
    }

    [Fact]
    public void OneWhoseWaitEndedByAnother_IsStarvedFromThatMoment()
    {
        static async Coroutine Waiter(Future<bool> future) => await future;

        static async Coroutine Setter(Future<bool> future)
        {
            await Sleep(1);
            future.SetResult(true);
            BlockingSleep(2);
        }

        static async Coroutine Main()
        {
            Future<bool> future = new();
            await Gather(Waiter(future), Setter(future));
        }

        Timeline timeline = Recording.TimelineOf(Main);

        Assert.Equal("0-1 waits for a future; 1-3 starved 2 s; Succeeded at 3", timeline.Named("Waiter").Story());
        Assert.Equal("0-1 sleeps 1 s; 1-3 blocks 2 s; Succeeded at 3", timeline.Named("Setter").Story());
        Assert.Equal(2, timeline.Named("Waiter").Segments[0].WokenBy);
    }

    [Fact]
    public void TaskThatStartsEagerly_AndBlocks_StandsStillItsMaker()
    {
        static async Coroutine Main()
        {
            LoopTask<string> task = EventLoop.Running.CreateTask(BlockingTask("A", 2), eager: true);
            await Sleep(1);
            await task;
        }

        Timeline timeline = Recording.TimelineOf(Main);

        Assert.Equal("0-2 calls BlockingTask A; 2-3 sleeps 1 s; Succeeded at 3", timeline.Named("Main").Story());
        Assert.Equal("0-2 blocks 2 s; Succeeded at 2", timeline.Named("BlockingTask A").Story());
    }
}

using static AsyncBasics.Asyncio;
using static AsyncBasics.Lab.Tests.LessonPrograms;

namespace AsyncBasics.Lab.Tests.Timelines;

public sealed class HadToTakeTests
{
    public static TheoryData<string, Func<Coroutine>> ProgramsThatNeverBlock => new()
    {
        { nameof(Sequential), Sequential },
        { nameof(Concurrent), Concurrent },
        { nameof(UsingCreateTask), UsingCreateTask },
        { nameof(Failing), Failing },
        { nameof(Cancelling), Cancelling },
        { nameof(FirstCompletes), FirstCompletes },
        { nameof(NestedGathers), NestedGathers },
    };

    [Theory]
    [MemberData(nameof(ProgramsThatNeverBlock))]
    public void WithoutBlockingCalls_ItHadToTakeWhatItTook(string name, Func<Coroutine> program)
    {
        Timeline timeline = Recording.TimelineOf(program);

        Assert.True(timeline.HadToTake == timeline.Took, $"{name}: {timeline.HadToTake} of {timeline.Took}");
    }

    [Fact]
    public void BlockingCallsTogether_HadToTakeAsLongAsTheLongest() => Expect(6, 3, Blocking);

    [Fact]
    public void BlockingCallsTogether_InAnyOrder_HadToTakeAsLongAsTheLongest()
    {
        static async Coroutine Main() =>
            await Gather(BlockingTask("C", 3), BlockingTask("A", 2), BlockingTask("B", 1));

        Expect(6, 3, Main);
    }

    [Fact]
    public void BlockingCallsInTurn_HadToTakeTheirSum()
    {
        static async Coroutine Main()
        {
            await BlockingTask("A", 2);
            await BlockingTask("B", 1);
        }

        Expect(3, 3, Main);
    }

    [Fact]
    public void TasksThatHadEndedWhenTheyWereAwaited_StillCount()
    {
        static async Coroutine Main()
        {
            LoopTask<string>[] tasks = [CreateTask(BlockingTask("A", 2)), CreateTask(BlockingTask("B", 1)), CreateTask(BlockingTask("C", 3))];
            foreach (LoopTask<string> task in tasks)
            {
                await task;
            }

            await Sleep(1);
        }

        // Everything has ended when main has its second turn, so that the trace shows a wait for A alone.
        Expect(7, 4, Main);
    }

    [Fact]
    public void SleepersHeldUp_WouldHaveGoneOnAtTheirDeadlines()
    {
        static async Coroutine Main()
        {
            await Gather(DoTask("A", 1), BlockingTask("B", 3), DoTask("C", 2));
            await Sleep(1);
        }

        // C could not even begin to sleep before B was through.
        Expect(6, 4, Main);
    }

    [Fact]
    public void OneWokenInTheMiddleOfAStep_GoesOnFromThere()
    {
        static async Coroutine Setter(Future<bool> future)
        {
            BlockingSleep(1);
            future.SetResult(true);
            BlockingSleep(5);
        }

        static async Coroutine Waiter(Future<bool> future)
        {
            await future;
            await Sleep(4);
        }

        static async Coroutine Main()
        {
            Future<bool> future = new();
            await Gather(Waiter(future), Setter(future));
        }

        // Set at 1, slept to 5; the setter itself is through at 6. The run needs 6 + 4.
        Expect(10, 6, Main);
    }

    [Fact]
    public void EagerTaskThatBlocksItsMaker_LeavesItOpen()
    {
        static async Coroutine Main() => await EventLoop.Running.CreateTask(BlockingTask("A", 2), eager: true);

        Assert.Null(Recording.TimelineOf(Main).HadToTake);
    }

    [Fact]
    public void LoserOfARace_DoesNotCount()
    {
        static async Coroutine Main()
        {
            LoopTask<string> quick = CreateTask(BlockingTask("quick", 1));
            LoopTask<string> slow = CreateTask(BlockingTask("slow", 5));
            await Wait<LoopTask<string>>([quick, slow], FirstCompleted);
        }

        Expect(6, 1, Main);
    }

    private static void Expect(double took, double hadToTake, Func<Coroutine> program)
    {
        Timeline timeline = Recording.TimelineOf(program);
        Assert.Equal(TimeSpan.FromSeconds(took), timeline.Took);
        Assert.Equal(TimeSpan.FromSeconds(hadToTake), timeline.HadToTake);
    }
}

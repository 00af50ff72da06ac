namespace AsyncBasics.Tests.Growth;

/// <summary>A task takes the same number of steps, and is made ready as often, however many there are.</summary>
public sealed class StepGrowthTests
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(2_000)]
    [InlineData(4_000)]
    public void Gather_OfSleepers_TakesTwoStepsForEach(int tasks)
    {
        var counter = new StepCounter();

        Asyncio.Run(Sleepers(tasks), new EventLoopOptions { Clock = new VirtualClock(), Observer = counter });

        // The main task has two steps as well.
        Assert.Equal(2 * (tasks + 1), counter.Steps);
        Assert.Equal(2 * (tasks + 1), counter.MadeReadies);

        static async Coroutine Sleepers(int tasks) => await Asyncio.Gather(Enumerable.Range(1, tasks).Select(i => Asyncio.Sleep(i)));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(2_000)]
    [InlineData(4_000)]
    public void Cancel_OfSleepers_TakesTwoStepsForEach(int tasks)
    {
        var counter = new StepCounter();

        Asyncio.Run(Cancelled(tasks), new EventLoopOptions { Clock = new VirtualClock(), Observer = counter });

        // The main task yields once and waits once.
        Assert.Equal((2 * tasks) + 3, counter.Steps);

        static async Coroutine Cancelled(int tasks)
        {
            LoopTask[] sleepers = [.. Enumerable.Range(0, tasks).Select(_ => Asyncio.CreateTask(Asyncio.Sleep(3600)))];
            await Asyncio.Sleep(0);
            foreach (LoopTask sleeper in sleepers)
            {
                sleeper.Cancel();
            }

            await Asyncio.GatherOutcomes(sleepers);
        }
    }

    private sealed class StepCounter : LoopObserver
    {
        public int Steps { get; private set; }

        public int MadeReadies { get; private set; }

        public override void StepBegins(LoopTask task) => Steps++;

        public override void MadeReady(LoopTask task, Future? by) => MadeReadies++;
    }
}

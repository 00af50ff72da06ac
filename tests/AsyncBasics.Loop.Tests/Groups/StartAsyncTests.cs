using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Starting a task of a group and waiting until it says that it is ready (trio's <c>nursery.start</c>).</summary>
public sealed class StartAsyncTests
{
    [Fact]
    public void WaitsUntilTheTaskIsReady_AndGivesWhatItSaid_WhileTheTaskGoesOn() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await TaskGroup.Run(async group =>
        {
            int port = await group.StartAsync<int>(Serve);
            log.Add($"connect to {port} at {Time()}");
        });

        Assert.Equal(["connect to 8080 at 1", "served at 4"], log);

        async Coroutine Serve(TaskStatus<int> status)
        {
            await Sleep(1);
            status.Started(8080);
            await Sleep(3);
            log.Add($"served at {Time()}");
        }
    });

    [Fact]
    public void ReadyAtOnce_TheStarterGoesOn() => VirtualTime.Run(() => TaskGroup.Run(async group =>
    {
        string ready = await group.StartAsync<string>(async status => status.Started("ready"));

        Assert.Equal("ready", ready);
        Assert.Equal(0, Time());
    }));

    [Fact]
    public void TheTaskHasItsName() => VirtualTime.Run(() => TaskGroup.Run(async group =>
        Assert.Equal("server", await group.StartAsync<string>(async status => status.Started(CurrentTask!.Name), "server"))));

    [Fact]
    public void ATaskThatEndsWithoutBeingReady_IsAnErrorOfTheStarter() => VirtualTime.Run(() => TaskGroup.Run(async group =>
    {
        InvalidOperationException error = await Awaiting.Throws<InvalidOperationException>(
            Start(group, async _ => await Sleep(1)));

        Assert.Contains("ended without calling Started()", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Time());
    }));

    [Fact]
    public void ATaskThatFailsBeforeItIsReady_FailsTheGroup_AndCutsTheStarterOff() => VirtualTime.Run(async () =>
    {
        bool reached = false;

        AggregateException error = await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            await Start(group, FailBeforeReady);
            reached = true;
        }));

        Assert.False(reached);
        Assert.Equal("not ready", Assert.Single(error.InnerExceptions).Message);
        Assert.Equal(0, CurrentTask!.Cancelling);
    });

    [Fact]
    public void ATaskThatFailsBeforeItIsReady_InASupervisedGroup_IsAnErrorOfTheStarterAlone() => VirtualTime.Run(async () =>
    {
        LoopTask? sibling = null;

        await TaskGroup.Supervise(async group =>
        {
            sibling = group.CreateTask(Sleep(5));
            InvalidOperationException error = await Awaiting.Throws<InvalidOperationException>(Start(group, FailBeforeReady));
            Assert.Equal("not ready", error.InnerException!.Message);
        });

        Assert.Equal(FutureState.Succeeded, sibling!.State);
    });

    [Fact]
    public void ATaskThatFailsAfterItWasReady_FailsTheGroup() => VirtualTime.Run(async () =>
    {
        AggregateException error = await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            await group.StartAsync<bool>(async status =>
            {
                status.Started(true);
                await Sleep(1);
                throw new ExpectedException("later");
            });
            await Sleep(10);
        }));

        Assert.Equal("later", Assert.Single(error.InnerExceptions).Message);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void TheStarterIsCancelled_TheHalfStartedTaskToo() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await TaskGroup.Run(async group =>
        {
            LoopTask starter = group.CreateTask(Start(group, StartSlowly));
            await Sleep(1);
            starter.Cancel();
            await Awaiting.Throws<CancelledException>(starter);
        });

        Assert.Equal(["given up at 1"], log);
        Assert.Equal(1, Time());

        async Coroutine StartSlowly(TaskStatus<bool> status)
        {
            try
            {
                await Sleep(10);
            }
            catch (CancelledException)
            {
                log.Add($"given up at {Time()}");

                // Nobody waits for this any more: it is no error.
                status.Started(true);
                throw;
            }
        }
    });

    [Fact]
    public void ATimeoutAroundTheStart_EndsTheHalfStartedTask() => VirtualTime.Run(() => TaskGroup.Run(async group =>
    {
        await Awaiting.Throws<TimeoutException>(Timeout(2, () => Start(group, async _ => await Sleep(10))));

        Assert.Equal(2, Time());
        await Sleep(0);
        Assert.Empty(group.Tasks);
    }));

    [Fact]
    public void TheTaskIsCancelledBeforeItIsReady_IsAnErrorOfTheStarter() => VirtualTime.Run(() => TaskGroup.Run(async group =>
    {
        LoopTask<InvalidOperationException> starter = group.CreateTask(
            Awaiting.Throws<InvalidOperationException>(Start(group, async _ => await Sleep(10))));
        await Sleep(1);
        group.Tasks.Single(task => task != starter).Cancel();

        Assert.Contains("ended without calling Started()", (await starter).Message, StringComparison.Ordinal);
    }));

    [Fact]
    public void StartedTwice_IsAnError() => VirtualTime.Run(() => TaskGroup.Run(async group =>
        await group.StartAsync<int>(async status =>
        {
            status.Started(1);
            Assert.Throws<InvalidStateException>(() => status.Started(2));
        })));

    [Fact]
    public void InAClosedGroup_IsRefused() => VirtualTime.Run(async () =>
    {
        TaskGroup? left = null;
        await TaskGroup.Run(async group => left = group);

        InvalidOperationException error = await Awaiting.Throws<InvalidOperationException>(Start(left!, async _ => { }));

        Assert.StartsWith("TaskGroup is finished", error.Message, StringComparison.Ordinal);
    });

    private static async Coroutine Start(TaskGroup group, Func<TaskStatus<bool>, Coroutine> body) => await group.StartAsync(body);

    private static async Coroutine FailBeforeReady(TaskStatus<bool> status)
    {
        await Sleep(1);
        throw new ExpectedException("not ready");
    }
}

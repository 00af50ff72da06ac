using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Calling a coroutine runs nothing; it is awaited once.</summary>
public sealed class ColdCoroutineTests
{
    [Fact]
    public void Calling_RunsNothing() => VirtualTime.Run(async () =>
    {
        bool ran = false;
        async Coroutine<int> Body()
        {
            ran = true;
            return 3;
        }

        Coroutine<int> coroutine = Body();
        await Sleep(10);
        Assert.False(ran);
        Assert.Equal(3, await coroutine);
        Assert.True(ran);
    });

    [Fact]
    public void Arguments_AreThoseOfTheCall() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> Twice(int n) => n * 2;
        int n = 1;
        Coroutine<int> coroutine = Twice(n);
        n = 100;
        Assert.Equal(2, await coroutine);
    });

    [Fact]
    public void AwaitingTwice_IsAnError() => VirtualTime.Run(async () =>
    {
        Coroutine<int> coroutine = Give(1);
        await coroutine;

        InvalidOperationException error = await Awaiting.Throws<InvalidOperationException>(AwaitAgain());
        Assert.StartsWith("cannot reuse already awaited coroutine", error.Message, StringComparison.Ordinal);

        async Coroutine AwaitAgain() => await coroutine;
    });

    [Fact]
    public void AwaitingWhileItIsAwaited_IsAnError() => VirtualTime.Run(async () =>
    {
        async Coroutine Slow() => await Sleep(10);
        Coroutine coroutine = Slow();
        async Coroutine First() => await coroutine;
        LoopTask first = CreateTask(First());
        await Sleep(1);

        InvalidOperationException error = await Awaiting.Throws<InvalidOperationException>(First());
        Assert.StartsWith("coroutine is being awaited already: 'Slow'", error.Message, StringComparison.Ordinal);
        await first;
    });

    [Fact]
    public void AwaitingItself_IsAnError() => VirtualTime.Run(async () =>
    {
        Coroutine self = default;
        async Coroutine Body() => await self;
        self = Body();

        InvalidOperationException error = await Awaiting.Throws<InvalidOperationException>(self);
        Assert.StartsWith("coroutine is being awaited already", error.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void AwaitingWhatHasBecomeATask_IsAnError() => VirtualTime.Run(async () =>
    {
        Coroutine<int> coroutine = Give(1);
        LoopTask<int> task = CreateTask(coroutine);
        await Awaiting.Throws<InvalidOperationException>(AwaitIt());
        Assert.Throws<InvalidOperationException>(() => { CreateTask(coroutine); });
        await task;
        await Awaiting.Throws<InvalidOperationException>(AwaitIt());

        async Coroutine AwaitIt() => await coroutine;
    });

    [Fact]
    public void AKeptCoroutine_StaysUsed_HoweverOftenItsFrameIsUsedAgain() => VirtualTime.Run(async () =>
    {
        Coroutine<int> kept = Give(0);
        await kept;
        for (int i = 1; i <= 10_000; i++)
        {
            Assert.Equal(i, await Give(i));
            if (i % 1000 == 0)
            {
                await Awaiting.Throws<InvalidOperationException>(AwaitKept());
            }
        }

        async Coroutine AwaitKept() => await kept;
    });

    [Fact]
    public void AKeptCoroutine_DoesNotStealTheFrameOfAFreshOne() => VirtualTime.Run(async () =>
    {
        Coroutine<int> kept = Give(1);
        await kept;
        Coroutine<int> fresh = Give(2);
        await Awaiting.Throws<InvalidOperationException>(AwaitKept());
        Assert.Throws<InvalidOperationException>(() => { CreateTask(kept); });

        Assert.Equal(2, await fresh);

        async Coroutine AwaitKept() => await kept;
    });

    [Fact]
    public void Default_IsNoCoroutine() => VirtualTime.Run(async () =>
    {
        Assert.Throws<InvalidOperationException>(() => { CreateTask(default(Coroutine)); });
        Assert.Throws<InvalidOperationException>(() => { CreateTask(default(Coroutine<int>)); });
        Assert.Throws<InvalidOperationException>(() => { Gather(default(Coroutine<int>)); });
        InvalidOperationException error = await Awaiting.Throws<InvalidOperationException>(AwaitDefault());

        Assert.StartsWith("This is default(Coroutine)", error.Message, StringComparison.Ordinal);
        Assert.Equal("<no coroutine>", default(Coroutine).ToString());

        static async Coroutine AwaitDefault() => await default(Coroutine);
    });

    [Fact]
    public void Equality_IsThatOfTheCall() => VirtualTime.Run(async () =>
    {
        Coroutine<int> one = Give(1), other = Give(1), same = one;
        Assert.True(one == same);
        Assert.True(one.Equals((object)same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != other);
        Assert.False(one.Equals(null));

        await one;
        Coroutine<int> another = Give(1);
        Assert.True(one != another);
        await other;
        await another;

        Coroutine first = Sleep(0), second = Sleep(0), copy = first;
        Assert.True(first == copy);
        Assert.True(first != second);
        Assert.Equal(first.GetHashCode(), copy.GetHashCode());
        await first;
        await second;
        Assert.True(default(Coroutine) == default);
        Assert.Equal(default(Coroutine).GetHashCode(), default(Coroutine).GetHashCode());
    });

    [Fact]
    public void ToString_TellsMethodAndState() => VirtualTime.Run(async () =>
    {
        Coroutine<int> coroutine = Give(1);
        Assert.Equal("<coroutine 'Give', not awaited>", coroutine.ToString());
        await coroutine;
        Assert.Equal("<coroutine, already awaited>", coroutine.ToString());

        Coroutine<int> scheduled = Give(1);
        LoopTask<int> task = CreateTask(scheduled);
        Assert.Equal("<coroutine 'Give', already awaited>", scheduled.ToString());
        await task;
    });

    [Fact]
    public void SleepsThatArePutAside_KeepTheirOwnDurations() => VirtualTime.Run(async () =>
    {
        Coroutine patient = Sleep(5), hasty = Sleep(1);
        LoopTask task = CreateTask(Sleep(3));
        await Sleep(0.5);
        await hasty;
        Assert.Equal(1.5, EventLoop.Running.Time.TotalSeconds);
        await task;
        Assert.Equal(3, EventLoop.Running.Time.TotalSeconds);
        await patient;
        Assert.Equal(8, EventLoop.Running.Time.TotalSeconds);
        Assert.Throws<InvalidOperationException>(() => hasty.GetAwaiter());
        Assert.Throws<InvalidOperationException>(() => patient.GetAwaiter());
    });

    private static async Coroutine<int> Give(int n) => n;
}

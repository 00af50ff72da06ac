using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>No number of awaits, nested or in a row, deepens the machine's stack.</summary>
public sealed class DepthTests
{
    private const int Million = 1_000_000;

    [Fact]
    public void AMillionNestedAwaits_ThatEndAtOnce() =>
        Assert.Equal(Million, VirtualTime.Run(() => Count(Million, sleep: null)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void AMillionNestedAwaits_SuspendedAtTheBottom(double sleep) =>
        Assert.Equal(Million, VirtualTime.Run(() => Count(Million, sleep)));

    [Fact]
    public void TwentyThousandNestedAwaits_SuspendedAtTheBottom_Cancelled() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(CountWithoutResult(20_000));
        await Sleep(1);
        task.Cancel();
        await Wait([task]);

        Assert.True(task.Cancelled);
    });

    [Fact]
    public void AMillionAwaitsInALoop_ThatEndAtOnce() => VirtualTime.Run(async () =>
    {
        int sum = 0;
        for (int i = 0; i < Million; i++)
        {
            sum += await One();
        }

        Assert.Equal(Million, sum);
    });

    [Fact]
    public void AMillionAwaitsInALoop_ThatSuspend() => VirtualTime.Run(async () =>
    {
        for (int i = 0; i < Million; i++)
        {
            await Sleep(0.001);
        }

        Assert.Equal(1000, Time());
    });

    [Fact]
    public void AMillionAwaitsOfDoneFutures() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        future.SetResult(1);
        int sum = 0;
        for (int i = 0; i < Million; i++)
        {
            sum += await future;
        }

        Assert.Equal(Million, sum);
    });

    [Fact]
    public void TenThousandLevelsOfOneException() => VirtualTime.Run(async () =>
    {
        // .NET appends to the stack trace at each level, which costs its length each time: a native method takes even longer for this.
        await Awaiting.Throws<ExpectedException>(ThrowBelow(10_000));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(66)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(1000)]
    public void EveryDepth_GivesResultsAndErrorsBack(int depth) => VirtualTime.Run(async () =>
    {
        // 64 calls run inside each other on the machine's stack before one is left to the trampoline.
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(depth, await Count(depth, sleep: null));
            Assert.Equal(depth, await Count(depth, sleep: 0));
            Assert.Equal(depth, await Count(depth, sleep: 1));
            await Awaiting.Throws<ExpectedException>(ThrowBelow(depth));
        }
    });

    [Fact]
    public void DeepAndShallowCalls_InTurns() => VirtualTime.Run(async () =>
    {
        int sum = 0;
        for (int i = 0; i < 300; i++)
        {
            sum += await Count(i % 7 * 20, sleep: i % 3 == 0 ? 0 : null);
            sum += await One();
        }

        Assert.Equal(Enumerable.Range(0, 300).Sum(i => (i % 7 * 20) + 1), sum);
    });

    [Fact]
    public void ManyTasks_DeepAtOnce() => VirtualTime.Run(async () =>
    {
        int[] results = await Gather(Enumerable.Range(0, 200).Select(n => Count(n, sleep: n % 5)));

        Assert.Equal(Enumerable.Range(0, 200), results);
    });

    [Fact]
    public void AHundredThousandTasks_InARow() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> Chain(LoopTask<int>? before) => before is null ? 0 : await before + 1;
        LoopTask<int>? last = null;
        for (int i = 0; i <= 100_000; i++)
        {
            last = CreateTask(Chain(last));
        }

        Assert.Equal(100_000, await last!);
    });

    private static async Coroutine<int> One() => 1;

    private static async Coroutine<int> Count(int depth, double? sleep)
    {
        if (depth > 0)
        {
            return await Count(depth - 1, sleep) + 1;
        }

        if (sleep is { } seconds)
        {
            await Sleep(seconds);
        }

        return 0;
    }

    private static async Coroutine CountWithoutResult(int depth)
    {
        if (depth > 0)
        {
            // The exception of a cancellation would grow by a line of stack trace at each level: it is caught and thrown anew.
            try
            {
                await CountWithoutResult(depth - 1);
            }
            catch (CancelledException)
            {
                CurrentTask!.Cancel();
            }
        }
        else
        {
            await Sleep(100);
        }
    }

    private static async Coroutine ThrowBelow(int depth)
    {
        if (depth == 0)
        {
            await Sleep(0);
            throw new ExpectedException();
        }

        await ThrowBelow(depth - 1);
    }
}

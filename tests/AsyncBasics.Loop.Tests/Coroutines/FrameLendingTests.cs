using System.Reflection;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>
/// The frames of coroutines come from pools, which keep the place of each that is out. Nobody must be able to tell: a coroutine
/// stays what it is, wherever it has been put aside.
/// </summary>
public sealed class FrameLendingTests
{
    [Fact]
    public void OneThatWasPutAside_OutlivesItsMaker_OfTheSameMethod() => VirtualTime.Run(async () =>
    {
        Coroutine<int>[] aside = new Coroutine<int>[1];
        async Coroutine<int> PutAside(int depth)
        {
            if (depth == 1)
            {
                aside[0] = PutAside(0);
                return 1;
            }

            return depth == 0 ? 0 : 1 + await PutAside(depth - 1);
        }

        for (int round = 0; round < 3; round++)
        {
            int depth = await PutAside(3);
            int next = await Call(2);
            int put = await aside[0];

            Assert.Equal((3, 2, 0), (depth, next, put));
            Assert.Throws<InvalidOperationException>(() => aside[0].GetAwaiter());
        }
    });

    [Fact]
    public void OneThatIsForgotten_IsReported_ThoughItsMakerOfTheSameMethodHasEnded()
    {
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            async Coroutine<int> Forget(int depth)
            {
                if (depth == 1)
                {
                    _ = Forget(0);
                }

                return depth <= 1 ? depth : await Forget(depth - 1);
            }

            await Forget(3);
            await Forget(3);
        });

        Assert.Equal([LoopReportKind.NeverAwaited, LoopReportKind.NeverAwaited], reports.Select(report => report.Kind));
    }

    [Fact]
    public void AFrameThatComesBackFromAnotherThread_InAnotherCoroutine_IsNotTakenForTheNewest() => VirtualTime.Run(async () =>
    {
        static async Coroutine<int> Pass(Coroutine<int> awaited) => await awaited;

        static async Coroutine<int> Once(int result)
        {
            if (result < 0)
            {
                await Sleep(0);
            }

            return result;
        }

        await Once(0);
        Coroutine<int> here = Once(1);
        LoopTask? frame = here.Frame;
        Coroutine<int> there = default;
        int passed = 0;
        var other = new Thread(() =>
        {
            passed = Run(Pass(here));
            there = Once(2);
        });
        other.Start();
        other.Join();
        LoopTask? next = there.Frame;
        int came = await there;
        await Sleep(0);
        int later = await Once(3);

        Assert.Same(frame, next);
        Assert.Equal((1, 2, 3), (passed, came, later));
    });

    [Fact]
    public void CallsThatEndInAnotherOrderThanTheyBegan_KeepTheirResults() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> Outer(int number, double seconds) => number + await Inner(number, seconds);

        async Coroutine<int> Inner(int number, double seconds)
        {
            await Sleep(seconds);
            return 10 * number;
        }

        for (int round = 0; round < 3; round++)
        {
            int[] results = await Gather(Enumerable.Range(0, 50).Select(number => Outer(number, (number * 17) % 50)));

            Assert.Equal(Enumerable.Range(0, 50).Select(number => 11 * number), results);
        }
    });

    [Fact]
    public void GathersOfAnySize_OneAfterTheOther_KeepTheirResults() => VirtualTime.Run(async () =>
    {
        var random = new Random(20261127);
        for (int round = 0; round < 120; round++)
        {
            int count = random.Next(random.Next(2) == 0 ? 20 : 1500);
            int failing = random.Next(6) == 0 ? random.Next(Math.Max(count, 1)) : -1;
            bool mixed = random.Next(3) == 0;
            Coroutine<int>[] given =
            [
                .. Enumerable.Range(0, count).Select(number => number == failing ? Fail() : mixed && number % 3 == 0 ? Call(4) : Yield(number)),
            ];
            Coroutine<int> aside = Yield(-1);
            Future<int[]> gather = random.Next(2) == 0
                ? Gather(given)
                : Gather(Enumerable.Range(0, count).Select(number => given[number]));
            if (failing >= 0 && count > 0)
            {
                await Awaiting.Throws<FormatException>(gather);
                await Sleep(1);
            }
            else
            {
                int[] results = await gather;
                Assert.Equal(Enumerable.Range(0, count).Select(number => mixed && number % 3 == 0 ? 4 : number), results);
            }

            int later = await aside;
            int lazily = (await Gather(Enumerable.Range(0, count).Select(Yield))).Length;
            Assert.Equal((-1, count), (later, lazily));
        }
    });

    [Fact]
    public void AnAwaiterInOtherHands_StartsNothing() => VirtualTime.Run(async () =>
    {
        List<CoroutineAwaiter<int>> awaiters = [];
        async Coroutine<int> Deep(int depth) => depth == 0 ? await Yield(0) : 1 + await new Known(Deep(depth - 1), awaiters);

        LoopTask<int> other = CreateTask(Look());
        int depth = await FromOrdinaryCode(Deep(200));
        int looks = await other;

        Assert.Equal((200, 200), (depth, awaiters.Count));
        Assert.InRange(looks, 1, 10);

        async Coroutine<int> Look()
        {
            int looks = 0;
            for (bool isOver = false; !isOver; looks++)
            {
                await Sleep(0);
                isOver = awaiters.Count == 200;
                Assert.All(awaiters.ToArray(), awaiter => Assert.False(awaiter.IsCompleted));
            }

            return looks;
        }
    });

    [Fact]
    public void AsManyMethodsAsAProgramHas_AllocateNothing() => VirtualTime.Run(async () =>
    {
        MethodInfo method = typeof(FrameLendingTests).GetMethod(nameof(CallFor), BindingFlags.NonPublic | BindingFlags.Static)!;
        List<Func<int, Coroutine<int>>> methods = [];
        for (Type type = typeof(int); methods.Count < 200; type = type.MakeArrayType())
        {
            methods.Add(method.MakeGenericMethod(type).CreateDelegate<Func<int, Coroutine<int>>>());
        }

        long allocated = 0;
        for (int round = 0; round < 4; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            int sum = 0;
            foreach (Func<int, Coroutine<int>> call in methods)
            {
                sum += await call(3);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal(3 * methods.Count, sum);
        }

        Assert.InRange(allocated, 0, methods.Count);
    });

    private static async Task<int> FromOrdinaryCode(Coroutine<int> coroutine) => await coroutine;

    private static async Coroutine<int> Yield(int result)
    {
        await Sleep(0);
        return result;
    }

    private static async Coroutine<int> Fail()
    {
        await Sleep(0);
        throw new FormatException();
    }

    private static async Coroutine<int> Call(int depth) => depth == 0 ? 0 : 1 + await Call(depth - 1);

    private static async Coroutine<int> CallFor<T>(int depth) => depth == 0 ? 0 : 1 + await CallFor<T>(depth - 1);

    /// <summary>A coroutine whose awaiter is put aside as well.</summary>
    private readonly struct Known(Coroutine<int> coroutine, List<CoroutineAwaiter<int>> awaiters)
    {
        public CoroutineAwaiter<int> GetAwaiter()
        {
            CoroutineAwaiter<int> awaiter = coroutine.GetAwaiter();
            awaiters.Add(awaiter);
            return awaiter;
        }
    }
}

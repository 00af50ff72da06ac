using System.Runtime.CompilerServices;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>
/// Without an observer, what a program does all the time allocates nothing once it has warmed up. Only the Release build of these tests
/// can show it: in Debug the compiler makes a class of each coroutine's state machine, and each call an object.
/// </summary>
[Collection(RealTimeCollection.Name)]
public sealed class AllocationTests
{
    private const int Operations = 20_000;

    /// <summary>Whether the compiler made structures of the state machines.</summary>
    private static bool IsRelease { get; } = !typeof(AllocationTests).Assembly
        .GetCustomAttributes(typeof(System.Diagnostics.DebuggableAttribute), inherit: false)
        .OfType<System.Diagnostics.DebuggableAttribute>()
        .Any(attribute => attribute.IsJITOptimizerDisabled);

    public static TheoryData<string> Cases =>
    [
        "await a nested coroutine",
        "await a nested coroutine with a result",
        "await a nested coroutine that yields",
        "await ten nested coroutines",
        "await a hundred nested coroutines",
        "Sleep(0)",
        "Sleep(0.001)",
        "await a done future",
        "await a done task",
        "a queued callback",
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ASteadyState_AllocatesNothing(string what)
    {
        Assert.SkipUnless(IsRelease, "Debug state machines are classes.");
        long allocated = VirtualTime.Run(() => Measure(what));

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void AWaitForAFuture_AllocatesTheFutureAlone()
    {
        Assert.InRange(BytesOf(WaitForAFuture), 1, 64);

        static async Coroutine WaitForAFuture()
        {
            var future = new Future<int>();
            EventLoop.Running.ScheduleCallback(SetOne.Instance, future);
            await future;
        }
    }

    [Fact]
    public void ATimeout_AllocatesItsScopeAlone()
    {
        Assert.InRange(BytesOf(WaitWithATimeout), 1, 104);

        static async Coroutine WaitWithATimeout() => await WaitFor(Sleep(0), timeout: 10);
    }

    /// <summary>How many bytes an operation allocates once it has warmed up.</summary>
    private static long BytesOf(Func<Coroutine> operation)
    {
        Assert.SkipUnless(IsRelease, "Debug state machines are classes.");
        return VirtualTime.Run(async () =>
        {
            async Coroutine<long> Round()
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < Operations; i++)
                {
                    await operation();
                }

                return GC.GetAllocatedBytesForCurrentThread() - before;
            }

            await Round();
            await Round();
            return await Round() / Operations;
        });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Coroutine<long> Measure(string what)
    {
        Future<int> done = new();
        done.SetResult(1);
        LoopTask<int> task = CreateTask(Give(1));
        await task;

        // Several rounds: the pools fill, the queues grow, and the compiler's tiers settle.
        long least = long.MaxValue;
        for (int round = 0; round < 8 && least > 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            switch (what)
            {
                case "await a nested coroutine":
                    await Repeat();
                    break;
                case "await a nested coroutine with a result":
                    await RepeatWithResult();
                    break;
                case "await a nested coroutine that yields":
                    await RepeatWithYield();
                    break;
                case "await ten nested coroutines":
                    await RepeatNested(10);
                    break;
                case "await a hundred nested coroutines":
                    await RepeatNested(100);
                    break;
                case "Sleep(0)":
                    await RepeatSleep(0);
                    break;
                case "Sleep(0.001)":
                    await RepeatSleep(0.001);
                    break;
                case "await a done future":
                    await RepeatDone(done);
                    break;
                case "await a done task":
                    await RepeatDone(task);
                    break;
                case "a queued callback":
                    await RepeatPlain();
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(what), what, "There is no such case.");
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static async Coroutine Repeat()
    {
        for (int i = 0; i < Operations; i++)
        {
            await Nothing();
        }
    }

    private static async Coroutine RepeatWithResult()
    {
        for (int i = 0; i < Operations; i++)
        {
            if (await Give(i) != i)
            {
                throw new InvalidOperationException("A wrong result.");
            }
        }
    }

    private static async Coroutine RepeatWithYield()
    {
        for (int i = 0; i < Operations; i++)
        {
            await Yields();
        }
    }

    private static async Coroutine RepeatNested(int depth)
    {
        for (int i = 0; i < Operations / depth; i++)
        {
            await Down(depth);
        }
    }

    private static async Coroutine RepeatSleep(double seconds)
    {
        for (int i = 0; i < Operations; i++)
        {
            await Sleep(seconds);
        }
    }

    private static async Coroutine RepeatDone(Future<int> future)
    {
        for (int i = 0; i < Operations; i++)
        {
            await future;
        }
    }

    private static async Coroutine RepeatDone(LoopTask<int> task)
    {
        for (int i = 0; i < Operations; i++)
        {
            await task;
        }
    }

    private static async Coroutine RepeatPlain()
    {
        for (int i = 0; i < Operations; i++)
        {
            EventLoop.Running.ScheduleCallback(DoNothing.Instance, DoNothing.Instance);
            await Sleep(0);
        }
    }

    private static async Coroutine Nothing()
    {
    }

    private static async Coroutine<int> Give(int n) => n;

    private static async Coroutine Yields() => await Sleep(0);

    private static async Coroutine Down(int depth)
    {
        if (depth > 0)
        {
            await Down(depth - 1);
        }
        else
        {
            await Sleep(0);
        }
    }

    private sealed class DoNothing : ReadyCallback
    {
        public static readonly DoNothing Instance = new();

        public override void Invoke(object argument)
        {
        }
    }

    private sealed class SetOne : ReadyCallback
    {
        public static readonly SetOne Instance = new();

        public override void Invoke(object argument) => ((Future<int>)argument).SetResult(1);
    }
}

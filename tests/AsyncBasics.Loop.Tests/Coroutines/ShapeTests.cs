using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>
/// Coroutines of every shape that the compiler knows. Its state machines are classes in a Debug build of these tests and structures in
/// a Release build; test.sh runs Release, and <c>dotnet test</c> alone runs Debug.
/// </summary>
public sealed class ShapeTests
{
    [Fact]
    public void GenericMethods() => VirtualTime.Run(async () =>
    {
        Assert.Equal(1, await Give(1));
        Assert.Equal("two", await Give("two"));
        Assert.Equal(3.5m, await Give(3.5m));
        Assert.Equal((1, "pair"), await Give((1, "pair")));
        Assert.Null(await Give<object?>(null));
        Assert.Equal(new DateTime(2000, 1, 1), await Give<DateTime?>(new DateTime(2000, 1, 1)));
        int[] array = [1, 2];
        Assert.Same(array, await Give(array));
        Guid[] guids = await Gather(Give(Guid.Empty), Give(Guid.Empty));
        Assert.Equal(2, guids.Length);
    });

    [Fact]
    public void GenericTypesAndInstanceMethods() => VirtualTime.Run(async () =>
    {
        Assert.Equal("a", await new Box<string>("a").Open());
        Assert.Equal(5, await new Box<int>(5).Open());
        Assert.Equal(5, await ((IOpens<int>)new Box<int>(5)).OpenLate());
        Assert.Equal(7, await new Derived().Value());
    });

    [Fact]
    public void LambdasAndLocalFunctions() => VirtualTime.Run(async () =>
    {
        int captured = 1;
        Func<int, Coroutine<int>> add = async n =>
        {
            await Sleep(1);
            return n + captured;
        };
        Func<Coroutine> increase = async () =>
        {
            await Sleep(1);
            captured++;
        };
        await increase();
        Assert.Equal(12, await add(10));
        Assert.Equal(120, await Factorial(5));

        async Coroutine<int> Factorial(int n) => n <= 1 ? 1 : n * await Factorial(n - 1);
    });

    [Fact]
    public void TryCatchFinally() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine<string> Body()
        {
            try
            {
                log.Add("try");
                await Sleep(1);
                throw new ExpectedException();
            }
            catch (ExpectedException) when (log.Count == 1)
            {
                await Sleep(1);
                log.Add("catch");
                return "returned from catch";
            }
            finally
            {
                await Sleep(1);
                log.Add("finally");
            }
        }

        Assert.Equal("returned from catch", await Body());
        Assert.Equal(["try", "catch", "finally"], log);
        Assert.Equal(3, Time());
    });

    [Fact]
    public void AnExceptionInFinally_ReplacesTheFirst() => VirtualTime.Run(async () =>
    {
        static async Coroutine Body()
        {
            try
            {
                await Sleep(1);
                throw new InvalidOperationException();
            }
            finally
            {
                await Sleep(1);
                await Throw();
            }
        }

        static async Coroutine Throw() => throw new ExpectedException();
        await Awaiting.Throws<ExpectedException>(Body());
    });

    [Fact]
    public void Usings() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine Body()
        {
            using var resource = new Resource("sync", log);
            await using var other = new Resource("async", log);
            await Sleep(1);
            log.Add("body");
        }

        await Body();
        Assert.Equal(["body", "async disposed", "sync disposed"], log);
    });

    [Fact]
    public void AwaitForeach() => VirtualTime.Run(async () =>
    {
        List<int> seen = [];
        await foreach (LoopTask<int> task in AsCompleted([Late(3), Late(1), Late(2)]))
        {
            seen.Add(await task);
        }

        await foreach (int n in Numbers())
        {
            seen.Add(n);
        }

        Assert.Equal([1, 2, 3, 10, 20], seen);

        static async Coroutine<int> Late(int n)
        {
            await Sleep(n);
            return n;
        }

        static async IAsyncEnumerable<int> Numbers()
        {
            yield return 10;
            await Task.Yield();
            yield return 20;
        }
    });

    [Fact]
    public void SeveralAwaitsInOneExpression() => VirtualTime.Run(async () =>
    {
        int[] values = [1, 2, 3];
        int result = values[await Give(1)] + (await Give(10) * await Give(2)) - (await Give(true) ? await Give(1) : await Give(100));
        Assert.Equal(21, result);
        Assert.Equal("a1", $"{await Give("a")}{await Give(1)}");
        values[await Give(0)] += await Give(41);
        Assert.Equal(42, values[0]);
    });

    [Fact]
    public void BranchesAndLoops() => VirtualTime.Run(async () =>
    {
        int sum = 0;
        foreach (int n in Enumerable.Range(0, 10))
        {
            switch (await Give(n % 3))
            {
                case 0:
                    continue;
                case 1 when await Give(n > 5):
                    sum += await Give(100);
                    break;
                default:
                    do
                    {
                        sum += await Give(1);
                    }
                    while (await Give(sum) % 2 != 0);

                    break;
            }
        }

        Assert.True(sum > 100);
    });

    [Fact]
    public void RecursiveTrees() => VirtualTime.Run(async () =>
    {
        static async Coroutine<int> Leaves(int depth)
        {
            if (depth == 0)
            {
                await Sleep(0);
                return 1;
            }

            int[] both = await Gather(Leaves(depth - 1), Leaves(depth - 1));
            return both.Sum();
        }

        Assert.Equal(1 << 10, await Leaves(10));
    });

    [Fact]
    public void HotLoops_OfMethodsThatAlternate() => VirtualTime.Run(async () =>
    {
        long sum = 0;
        for (int i = 0; i < 20_000; i++)
        {
            sum += await Give(i);
            sum += (await Give($"{i % 10}")).Length;
            await Sleep(0);
            sum += await new Box<int>(1).Open();
        }

        Assert.Equal((20_000L * 19_999 / 2) + 40_000, sum);
    });

    [Fact]
    public void ResultsOfPooledFrames_AreNotKeptAlive()
    {
        WeakReference reference = null!;
        VirtualTime.Run(async () =>
        {
            await MakeAndDrop();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            Assert.False(reference.IsAlive);
        });

        async Coroutine MakeAndDrop() => reference = new WeakReference(await Make(new object()));

        static async Coroutine<object> Make(object argument)
        {
            await Sleep(1);
            return argument;
        }
    }

    private static async Coroutine<T> Give<T>(T value)
    {
        if (value is int and > 5)
        {
            await Sleep(0);
        }

        return value;
    }

    private interface IOpens<T>
    {
        Coroutine<T> OpenLate();
    }

    private sealed class Box<T>(T content) : IOpens<T>
    {
        public async Coroutine<T> Open() => content;

        async Coroutine<T> IOpens<T>.OpenLate()
        {
            await Sleep(1);
            return content;
        }
    }

    private class Base
    {
        public virtual async Coroutine<int> Value()
        {
            await Sleep(1);
            return 3;
        }
    }

    private sealed class Derived : Base
    {
        public override async Coroutine<int> Value() => await base.Value() + 4;
    }

    private sealed class Resource(string name, List<string> log) : IDisposable, IAsyncDisposable
    {
        public void Dispose() => log.Add($"{name} disposed");

        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            Dispose();
        }
    }
}

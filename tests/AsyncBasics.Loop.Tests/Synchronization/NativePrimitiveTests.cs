using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Ordinary async code on the loop uses the same primitives.</summary>
public sealed class NativePrimitiveTests
{
    [Fact]
    public void Lock_InOrdinaryAsyncCode_KeepsTheOrder() => VirtualTime.RunNative(async () =>
    {
        var mutex = new LoopLock();
        List<string> log = [];

        await Task.WhenAll(Hold("A"), Hold("B"), Hold("C"));

        Assert.Equal(["A 1", "B 2", "C 3"], log);

        async Task Hold(string name)
        {
            using (await mutex.Acquire())
            {
                await Sleep(1);
                log.Add($"{name} {Time()}");
            }
        }
    });

    [Fact]
    public void Queue_BetweenOrdinaryCodeAndCoroutines_CarriesItems() => VirtualTime.RunNative(async () =>
    {
        var queue = new LoopQueue<int>(1);
        LoopTask producer = CreateTask(Produce());
        int sum = 0;
        for (int i = 0; i < 5; i++)
        {
            sum += await queue.Get();
        }

        await producer;
        Assert.Equal(10, sum);

        async Coroutine Produce()
        {
            for (int i = 0; i < 5; i++)
            {
                await queue.Put(i);
            }
        }
    });

    [Fact]
    public void Event_SetFromAnotherThread_ThroughTheLoop_WakesTheWaiter() => VirtualTime.Run(async () =>
    {
        var signal = new LoopEvent();
        EventLoop loop = EventLoop.Running;
        using IDisposable hold = loop.Hold();
        var thread = new Thread(() => loop.CallSoonThreadsafe(signal.Set));
        thread.Start();

        await signal.Wait();

        thread.Join();
        Assert.True(signal.IsSet);
    });
}

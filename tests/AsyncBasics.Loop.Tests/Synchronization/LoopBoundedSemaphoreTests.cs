using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class LoopBoundedSemaphoreTests
{
    [Fact]
    public void Release_BeyondTheStart_IsAnError() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopBoundedSemaphore(2);
        await semaphore.Acquire();
        semaphore.Release();

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(semaphore.Release);

        Assert.Equal("BoundedSemaphore released too many times", error.Message);
        Assert.Equal("<Semaphore [unlocked, value:2]>", semaphore.ToString());
    });

    [Fact]
    public void Guard_DisposedTwice_IsNoticed() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopBoundedSemaphore(1);
        LoopGuard guard = await semaphore.Acquire();
        guard.Dispose();

        Assert.Throws<InvalidOperationException>(guard.Dispose);
    });

    [Fact]
    public void Release_ToAWaiter_IsNoReleaseTooMany() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopBoundedSemaphore(1);
        await semaphore.Acquire();
        LoopTask<LoopGuard> waiter = CreateTask(semaphore.Acquire());
        await Sleep(0);

        semaphore.Release();
        await waiter;
        semaphore.Release();

        Assert.Throws<InvalidOperationException>(semaphore.Release);
    });
}

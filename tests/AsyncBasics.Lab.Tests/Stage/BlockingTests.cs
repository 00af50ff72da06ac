using System.Threading.Channels;
using AsyncBasics.Lab.StandIns;
using Console = AsyncBasics.Lab.StandIns.Console;

namespace AsyncBasics.Lab.Tests.StandIns;

public sealed class BlockedOnTheLoopTests
{
    [Fact]
    public void Result_OfWhatNeedsTheLoop_IsTheClassicDeadlock()
    {
        (RunEndedException ending, StageResult result) = StageRun.Ending(async () =>
        {
            await Task.CompletedTask;
            Console.WriteLine("before");
            Console.WriteLine(Tasks.Result(Slow()));
        });

        StageDeadlockException deadlock = Assert.IsType<StageDeadlockException>(ending);
        Assert.Contains("the main thread waits for a task to end", deadlock.Message, StringComparison.Ordinal);
        Assert.Equal(["before"], result.Lines);

        static async Task<int> Slow()
        {
            await Tasks.Delay(1000);
            return 1;
        }
    }

    [Fact]
    public void Result_OfWhatNeedsNoLoop_Comes()
    {
        StageResult result = StageRun.Of(() =>
        {
            Console.WriteLine(Tasks.Result(Tasks.Run(async () =>
            {
                await Tasks.Delay(1000);
                return 42;
            })));
            Tasks.Wait(Tasks.Delay(500));
            return Task.CompletedTask;
        });

        Assert.Equal(["42"], result.Lines);
        Assert.Equal(1.5, result.Seconds);
    }

    [Fact]
    public void Wait_InAProgramThatIsNotAsync_LetsTheOthersRun()
    {
        StageResult result = StageRun.OfSync(() =>
        {
            Task<int> task = Slow();
            Console.WriteLine("waiting");
            Console.WriteLine(Tasks.GetResult(task.GetAwaiter()));
        });

        Assert.Equal(["waiting", "7"], result.Lines);
        Assert.Equal(1, result.Seconds);

        static async Task<int> Slow()
        {
            await Tasks.Delay(1000);
            return 7;
        }
    }

    [Fact]
    public void Wait_WithATimeout_IsUpInTime()
    {
        StageResult result = StageRun.OfSync(() =>
        {
            Console.WriteLine(Tasks.Wait(Tasks.Delay(1000), 300));
            Console.WriteLine(Tasks.WaitAny([Tasks.Delay(1000), Tasks.Delay(200)]));
            Console.WriteLine(Tasks.WaitAll([Tasks.Delay(100), Tasks.Delay(200)], 300));
        });

        Assert.Equal(["False", "1", "True"], result.Lines);
        Assert.Equal(0.7, result.Seconds);
    }

    [Fact]
    public void Wait_ForATaskThatNobodyEnds_IsADeadlock()
    {
        (RunEndedException ending, _) = StageRun.EndingSync(() => Tasks.Wait(new TaskCompletionSource().Task));

        Assert.IsType<StageDeadlockException>(ending);
    }

    [Fact]
    public void Await_OfATaskThatNobodyEnds_IsADeadlock()
    {
        (RunEndedException ending, _) = StageRun.Ending(() => new TaskCompletionSource().Task);

        Assert.IsType<StageDeadlockException>(ending);
    }

    [Fact]
    public void TwoLocks_TakenCrosswise_AreADeadlock()
    {
        (RunEndedException ending, _) = StageRun.Ending(async () =>
        {
            object a = new();
            object b = new();
            await Tasks.WhenAll(Tasks.Run(() => Both(a, b)), Tasks.Run(() => Both(b, a)));
        });

        Assert.Equal(
            "Deadlock: Task.Run waits for a lock; Task.Run waits for a lock; nothing is left that could end that.", ending.Message);

        static void Both(object first, object second)
        {
            using (Monitors.Lock(first))
            {
                Threads.Sleep(100);
                using (Monitors.Lock(second))
                {
                }
            }
        }
    }

    [Fact]
    public void Channel_Bounded_HoldsItsWriterUp()
    {
        StageResult result = StageRun.Of(async () =>
        {
            Channel<int> channel = Channels.CreateBounded<int>(1);
            Task writer = Write();
            await foreach (int item in channel.Reader.ReadAllAsync())
            {
                await Tasks.Delay(100);
                Console.WriteLine($"read {item}");
            }

            await writer;

            async Task Write()
            {
                for (int i = 1; i <= 3; i++)
                {
                    await channel.Writer.WriteAsync(i);
                    Console.WriteLine($"wrote {i} at {Clocks.TickCount64()}");
                }

                channel.Writer.Complete();
            }
        });

        Assert.Equal(["wrote 1 at 0", "wrote 2 at 0", "read 1", "wrote 3 at 100", "read 2", "read 3"], result.Lines);
    }

    [Fact]
    public void Semaphore_LetsTwoInAtATime()
    {
        StageResult result = StageRun.Of(async () =>
        {
            using var semaphore = new AsyncBasics.Lab.StandIns.SemaphoreSlim(2);
            await Tasks.WhenAll(Enumerable.Range(1, 5).Select(async i =>
            {
                await semaphore.WaitAsync();
                await Tasks.Delay(100);
                Console.WriteLine($"{i} at {Clocks.TickCount64()}");
                semaphore.Release();
            }));
        });

        Assert.Equal(["1 at 100", "2 at 100", "3 at 200", "4 at 200", "5 at 300"], result.Lines);
    }
}

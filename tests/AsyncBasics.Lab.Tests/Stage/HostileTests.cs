using AsyncBasics.Lab.StandIns;
using Console = AsyncBasics.Lab.StandIns.Console;

namespace AsyncBasics.Lab.Tests.StandIns;

/// <summary>Programs that would go on for ever, or eat everything up.</summary>
public sealed class HostileTests
{
    [Fact]
    public void EndlessDelays_EndAtTheLimitOfVirtualTime() => Expect(RunLimit.VirtualTime, new RunLimits(), async () =>
    {
        while (true)
        {
            await Tasks.Delay(TimeSpan.FromDays(1));
        }
    });

    [Fact]
    public void EndlessSleeps_EndAtTheLimitOfVirtualTime() => Expect(RunLimit.VirtualTime, new RunLimits(), async () =>
    {
        await Task.CompletedTask;
        while (true)
        {
            Threads.Sleep(TimeSpan.FromHours(1));
        }
    });

    [Fact]
    public void EndlessTimer_EndsAtTheLimitOfVirtualTime() => Expect(RunLimit.VirtualTime, new RunLimits(), async () =>
    {
        using var timer = new AsyncBasics.Lab.StandIns.Timer(_ => { }, null, 0, 3_600_000);
        await new TaskCompletionSource().Task;
    });

    [Fact]
    public void EndlessYields_EndAtALimit() => Expect(RunLimit.Steps, new RunLimits { Steps = 100_000 }, async () =>
    {
        while (true)
        {
            await Tasks.Yield();
        }
    });

    [Fact]
    public void EndlessLoop_EndsAtTheLimitOfSteps() => Expect(RunLimit.Steps, new RunLimits { Steps = 1_000_000 }, async () =>
    {
        await Task.CompletedTask;
        while (true)
        {
            Stage.Current.Budget.Tick();
        }
    });

    [Fact]
    public void EndlessLoop_OnAWorker_EndsAtTheLimitOfSteps() => Expect(RunLimit.Steps, new RunLimits { Steps = 1_000_000 }, async () =>
    {
        await Tasks.Run(() =>
        {
            while (true)
            {
                Stage.Current.Budget.Tick();
            }
        });
    });

    [Fact]
    public void EndlessLoop_ThatCatchesEverything_EndsAllTheSame() => Expect(RunLimit.Steps, new RunLimits { Steps = 100_000 }, async () =>
    {
        await Task.CompletedTask;
        for (int caught = 0; caught < 3;)
        {
            try
            {
                Stage.Current.Budget.Tick();
            }
            catch (Exception)
            {
                caught++;
            }
        }
    });

    [Fact]
    public void EndlessLoop_EndsAtTheLimitOfRealTime() => Expect(
        RunLimit.WallTime, new RunLimits { WallTime = TimeSpan.FromMilliseconds(50), Steps = long.MaxValue }, async () =>
        {
            await Task.CompletedTask;
            while (true)
            {
                Stage.Current.Budget.Tick();
            }
        });

    [Fact]
    public void FloodOfOutput_EndsAtItsLimit()
    {
        StageResult result = Expect(RunLimit.Output, new RunLimits { OutputCharacters = 1000 }, async () =>
        {
            await Task.CompletedTask;
            while (true)
            {
                Console.WriteLine("again");
            }
        });

        Assert.All(result.Lines, line => Assert.Equal("again", line));
        Assert.InRange(result.Lines.Length, 160, 170);
    }

    [Fact]
    public void Hoarding_EndsAtTheLimitOfMemory()
    {
        var hoard = new List<byte[]>();
        Expect(RunLimit.Memory, new RunLimits { MemoryBytes = 64 << 20 }, async () =>
        {
            await Task.CompletedTask;
            while (true)
            {
                Stage.Current.Budget.Tick();
                hoard.Add(new byte[10_000]);
            }
        });

        Assert.NotEmpty(hoard);
    }

    [Fact]
    public void Hoarding_OfBigPieces_EndsAtTheLimitOfMemory()
    {
        var hoard = new List<byte[]>();
        Expect(RunLimit.Memory, new RunLimits { MemoryBytes = 64 << 20 }, async () =>
        {
            await Task.CompletedTask;
            while (hoard.Count < 100)
            {
                Stage.Current.Budget.Tick();
                hoard.Add(new byte[10_000_000]);
            }
        });

        Assert.NotEmpty(hoard);
    }

    [Fact]
    public void Exit_EndsTheRunWithItsCode()
    {
        (RunEndedException ending, StageResult result) = StageRun.Ending(async () =>
        {
            Task other = Tasks.Delay(10_000);
            await Tasks.Run(() => Surroundings.Exit(3));
            await other;
            Console.WriteLine("never");
        });

        Assert.Equal(3, Assert.IsType<ProgramExitedException>(ending).ExitCode);
        Assert.Empty(result.Lines);
        Assert.Equal(0, result.Seconds);
    }

    [Fact]
    public void Exception_OnAThread_EndsTheProgram()
    {
        (RunEndedException ending, _) = StageRun.EndingSync(() =>
        {
            new AsyncBasics.Lab.StandIns.Thread(() => throw new InvalidOperationException("thread")).Start();
            Threads.Sleep(1000);
            Console.WriteLine("never");
        });

        Assert.Equal("thread", Assert.IsType<UnhandledException>(ending).InnerException!.Message);
    }

    [Fact]
    public void ReadLine_WithoutInput_IsNullAndNoted()
    {
        StageResult result = StageRun.OfSync(
            () =>
            {
                Console.WriteLine(Console.ReadLine());
                Console.WriteLine(Console.ReadLine() ?? "null");
                Console.WriteLine(Console.ReadKey().Key);
            },
            new RunOptions { Input = "first\n" });

        Assert.Equal(["first", "null", "Enter"], result.Lines);
    }

    [Fact]
    public void Chance_IsTheSameInEachRun()
    {
        static string[] Numbers() => StageRun.OfSync(() =>
        {
            Console.WriteLine(Surroundings.SharedRandom().Next());
            Console.WriteLine(Surroundings.NewRandom().Next());
            Console.WriteLine(Surroundings.NewGuid());
        }).Lines;

        Assert.Equal(Numbers(), Numbers());
    }

    private static StageResult Expect(RunLimit limit, RunLimits limits, Func<Task> program)
    {
        (RunEndedException ending, StageResult result) = StageRun.Ending(program, new RunOptions { Limits = limits });
        Assert.Equal(limit, Assert.IsType<LimitExceededException>(ending).Limit);
        return result;
    }
}

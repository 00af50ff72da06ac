namespace AsyncBasics.Lab.Tests.StandIns;

/// <summary>Random programs do in the lab what they do elsewhere.</summary>
public sealed class GeneratedTests
{
    /// <summary>On the real clock, what is this close together may come in either order.</summary>
    private const double LeastDistance = 0.025;

    /// <summary>Those among the first whose programs do enough, and leave no order to chance.</summary>
    private static readonly int[] s_seeds =
    [
        2, 10, 21, 26, 30, 44, 45, 46, 47, 54, 57, 65, 69, 73, 74, 75, 79, 80, 84, 88,
        90, 91, 92, 93, 103, 105, 111, 113, 114, 118, 120, 130, 131, 134, 136, 138, 139, 141, 145, 148,
    ];

    [Fact]
    public async Task Output_IsThatOfTheProgramAsItStands()
    {
        Case[] cases = [.. s_seeds.Select(InTheLab)];

        // A machine that is busy may be late: programs that differ get more time.
        foreach (int unit in (int[])[2, 6, 12])
        {
            string[][] natives = await Task.WhenAll(cases.Select(one => NativeRun.Of(NativeRun.Compile(new ProgramWriter(one.Seed).Write(unit)))));
            cases = [.. cases.Zip(natives, (one, native) => one with { Native = native }).Where(one => !one.Lines.SequenceEqual(one.Native))];
        }

        Assert.All(cases, one => Assert.Equal(one.Native, one.Lines));
    }

    private static Case InTheLab(int seed)
    {
        Report report = Laboratory.Run([new SourceFile("Program.cs", new ProgramWriter(seed).Write(unit: 1))]);
        Assert.Equal(Outcome.Finished, report.Outcome);
        double[] moments = [.. report.Timeline!.Lanes.SelectMany(lane => lane.Output).Select(line => line.Time.TotalSeconds).Distinct().Order()];
        Assert.All(moments.Zip(moments.Skip(1)), pair => Assert.True(pair.Second - pair.First >= LeastDistance));
        return new Case(seed, report.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries), []);
    }

    private sealed record Case(int Seed, string[] Lines, string[] Native);
}

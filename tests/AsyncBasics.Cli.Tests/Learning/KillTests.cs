using AsyncBasics.Course;

namespace AsyncBasics.Cli.Tests;

/// <summary>Kills the command while it saves answers. <c>eng/kill-test.sh</c> does so 200 times.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 20;

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Answers_AfterTheProcessWasKilledAtAnyMoment_AreAllThere()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        string answers = _folder.File("answers");
        File.WriteAllLines(answers, Enumerable.Repeat("3", 1000));
        var random = new Random(20261125);
        int acknowledged = 0;
        for (int kill = 1; kill <= Kills; kill++)
        {
            acknowledged += CountUntilKilled(answers, killAfter: random.Next(1, 20));

            List<string> warnings = [];
            using ProgressStore store = ProgressStore.Open(_folder.Path, warnings.Add);
            int saved = store.ReadAll().Count(happened => happened.Kind == LearningEventKind.CardRated);

            Assert.Empty(warnings);
            Assert.InRange(saved, acknowledged, acknowledged + kill);
            // What was saved and not said any more belongs to the kills before.
            acknowledged = saved;
        }

        Assert.True(acknowledged > Kills, $"Only {acknowledged} answers were saved in all.");
    }

    /// <summary>How many answers it says to have saved, before it is killed and in the meantime.</summary>
    private int CountUntilKilled(string answers, int killAfter)
    {
        using CommandProcess process = CommandProcess.StartInShell($"exec \"$@\" < '{answers}'", "cards", "--all", "--data", _folder.Path);
        int count = 0;
        while (process.Output.ReadLine() is { } line)
        {
            count += line.StartsWith("Saved", StringComparison.Ordinal) ? 1 : 0;
            if (count == killAfter)
            {
                process.Send("KILL");
                killAfter = -1;
            }
        }

        process.WaitForExit();
        return count;
    }
}

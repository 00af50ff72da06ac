using AsyncBasics.Conformance.Generation;
using AsyncBasics.Conformance.Language;
using AsyncBasics.Conformance.Recording;
using AsyncBasics.Conformance.Running;

namespace AsyncBasics.Conformance.Tests;

/// <summary>The loop does what CPython's asyncio does, in the same order, at the same times.</summary>
public class LoopConformanceTests
{
    private const int FreshPrograms = 3000;

    [Fact]
    public void Loop_OnTheRecordedPrograms_DoesWhatCPythonDid()
    {
        var recording = ProgramRecording.Read(Path.Combine(AppContext.BaseDirectory, "recorded", "programs.jsonl.br"));
        using LoopProgramRunner loop = new();

        Difference? first = recording.Programs
            .Select(each => Difference.Between(each.Log, loop, each.Program))
            .FirstOrDefault(difference => difference is not null);

        Assert.Equal(2000, recording.Programs.Count);
        Assert.True(first is null, first?.Describe(recording.Reference, loop.Name));
    }

    [Fact]
    public void Loop_OnFreshPrograms_DoesWhatCPythonDoes()
    {
        using PythonRunner python = InstalledPython.StartOrSkip();
        using LoopProgramRunner loop = new();
        ulong seed = (ulong)Random.Shared.Next();
        Console.WriteLine($"{FreshPrograms} fresh programs on {python.Name} and the loop, seed {seed}");

        foreach (AsyncProgram program in new ProgramGenerator(seed, Features.All).Programs().Take(FreshPrograms))
        {
            if (Difference.Between(python, loop, program) is { } difference)
            {
                Assert.Fail($"Seed {seed}:\n{difference.Shrunk(python, loop).Describe(python.Name, loop.Name)}");
            }
        }
    }
}

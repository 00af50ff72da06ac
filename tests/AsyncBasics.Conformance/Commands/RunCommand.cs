using System.Diagnostics;
using AsyncBasics.Conformance.Generation;
using AsyncBasics.Conformance.Language;
using AsyncBasics.Conformance.Running;

namespace AsyncBasics.Conformance.Commands;

/// <summary>Runs fresh random programs on CPython and on the loop, and shows where they differ.</summary>
internal static class RunCommand
{
    /// <summary>So many differences are shrunk and shown; of the others there is only the count.</summary>
    private const int Shown = 3;

    internal static int Execute(CommandLine line)
    {
        int count = line.Count(1, "N");
        ulong seed = line.Seed(2);
        ProgramGenerator generator = new(seed, line.Features);
        using var reference = PythonRunner.Start(line.Python);
        using IProgramRunner subject = line.Against is { } other ? PythonRunner.Start(other) : new LoopProgramRunner();

        Console.WriteLine($"{reference.Name} and {subject.Name}, seed {seed}");
        var watch = Stopwatch.StartNew();
        int differences = 0;
        for (int index = 0; index < count; index++)
        {
            AsyncProgram program = generator.Generate(index);
            if (Difference.Between(reference, subject, program, line.Reasons) is { } difference && ++differences <= Shown)
            {
                Console.WriteLine($"\nProgram {index} differs. Shrunk:\n");
                Console.WriteLine(difference.Shrunk(reference, subject).Describe(reference.Name, subject.Name));
            }
        }

        Console.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s");
        Console.WriteLine($"{count} programs, {differences} differences");
        return differences == 0 ? 0 : 1;
    }
}

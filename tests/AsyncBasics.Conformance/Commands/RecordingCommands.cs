using AsyncBasics.Conformance.Generation;
using AsyncBasics.Conformance.Language;
using AsyncBasics.Conformance.Recording;
using AsyncBasics.Conformance.Running;

namespace AsyncBasics.Conformance.Commands;

/// <summary>Writes programs with CPython's logs to a file, and compares the loop with such a file.</summary>
internal static class RecordingCommands
{
    internal static int Record(CommandLine line)
    {
        int count = line.Count(1, "N");
        ulong seed = line.Seed(2);
        string path = line.Text(3, "FILE");
        ProgramGenerator generator = new(seed, line.Features);
        using var reference = PythonRunner.Start(line.Python);

        List<(AsyncProgram, ProgramLog)> programs = [];
        foreach (AsyncProgram program in generator.Programs().Take(count))
        {
            programs.Add((program, reference.Run(program)));
        }

        new ProgramRecording(reference.Name, seed, programs).Write(path);
        Console.WriteLine($"{count} programs with the logs of {reference.Name}: {path}, {new FileInfo(path).Length:N0} bytes");
        return 0;
    }

    internal static int Replay(CommandLine line)
    {
        var recording = ProgramRecording.Read(line.Text(1, "FILE"));
        using IProgramRunner subject = line.Against is { } other ? PythonRunner.Start(other) : new LoopProgramRunner();
        int differences = 0;
        foreach ((AsyncProgram program, ProgramLog log) in recording.Programs)
        {
            if (Difference.Between(log, subject, program) is { } difference && ++differences == 1)
            {
                Console.WriteLine(difference.Describe(recording.Reference, subject.Name));
            }
        }

        Console.WriteLine($"{recording.Programs.Count} programs, {differences} differences");
        return differences == 0 ? 0 : 1;
    }
}

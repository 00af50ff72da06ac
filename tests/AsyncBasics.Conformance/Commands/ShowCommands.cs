using AsyncBasics.Conformance.Generation;
using AsyncBasics.Conformance.Language;
using AsyncBasics.Conformance.Running;

namespace AsyncBasics.Conformance.Commands;

/// <summary>Prints programs: many for a machine, or one for a person.</summary>
internal static class ShowCommands
{
    internal static int Generate(CommandLine line)
    {
        ProgramGenerator generator = new(line.Seed(2), line.Features);
        foreach (AsyncProgram program in generator.Programs().Take(line.Count(1, "N")))
        {
            Console.WriteLine(ProgramJson.Write(program));
        }

        return 0;
    }

    internal static int Show(CommandLine line)
    {
        AsyncProgram program = new ProgramGenerator(line.Seed(1), line.Features).Generate(line.Count(2, "INDEX"));
        Console.WriteLine(ProgramText.Of(program));
        using var reference = PythonRunner.Start(line.Python);
        foreach (LogEntry entry in reference.Run(program).Entries)
        {
            Console.WriteLine(entry);
        }

        return 0;
    }
}

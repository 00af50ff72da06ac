using System.IO.Compression;
using System.Text.Json;
using AsyncBasics.Conformance.Language;
using AsyncBasics.Conformance.Running;

namespace AsyncBasics.Conformance.Recording;

/// <summary>
/// Programs with the logs that a reference wrote of them, in a file: JSON lines, compressed. So every test run compares
/// with CPython, whether there is a Python on the machine or not.
/// </summary>
/// <param name="Reference">Who wrote the logs, with its version.</param>
/// <param name="Seed">The seed the programs were generated from.</param>
/// <param name="Programs">The programs and their logs.</param>
internal sealed record ProgramRecording(
    string Reference,
    ulong Seed,
    IReadOnlyList<(AsyncProgram Program, ProgramLog Log)> Programs)
{
    internal static ProgramRecording Read(string path)
    {
        using StreamReader lines = new(new BrotliStream(File.OpenRead(path), CompressionMode.Decompress));
        using var head = JsonDocument.Parse(lines.ReadLine() ?? throw new FormatException($"{path} is empty."));
        List<(AsyncProgram, ProgramLog)> programs = [];
        while (lines.ReadLine() is { } program)
        {
            string log = lines.ReadLine() ?? throw new FormatException($"{path} ends with a program that has no log.");
            programs.Add((ProgramJson.Read(program), ProgramLog.Read(log)));
        }

        return new ProgramRecording(
            head.RootElement.GetProperty("reference").GetString()!,
            head.RootElement.GetProperty("seed").GetUInt64(),
            programs);
    }

    internal void Write(string path)
    {
        using StreamWriter lines = new(new BrotliStream(File.Create(path), CompressionLevel.SmallestSize));
        lines.NewLine = "\n";
        lines.WriteLine(JsonSerializer.Serialize(new { reference = Reference, seed = Seed }));
        foreach ((AsyncProgram program, ProgramLog log) in Programs)
        {
            lines.WriteLine(ProgramJson.Write(program));
            lines.WriteLine(log.Write());
        }
    }
}

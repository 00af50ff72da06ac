using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>How a request goes through the pipe; what <see cref="RunOptions"/> holds of delegates stays behind.</summary>
internal static class RequestTransfer
{
    public static byte[] Write(RunRequest request) => TransferWriter.BytesOf(request, static (writer, request) =>
    {
        writer.WriteList(request.Files, Write);
        Write(writer, request.Options);
    });

    public static RunRequest Read(byte[] bytes)
    {
        using var reader = new TransferReader(bytes);
        return new RunRequest(reader.ReadList(ReadFile), ReadOptions(reader));
    }

    public static void Write(TransferWriter writer, SourceFile file)
    {
        writer.Write(file.Name);
        writer.Write(file.Text);
    }

    public static SourceFile ReadFile(TransferReader reader) => new(reader.ReadString(), reader.ReadString());

    private static void Write(TransferWriter writer, RunOptions options)
    {
        writer.Write(options.IsVirtual);
        Write(writer, options.Limits);
        writer.Write(options.Seed);
        writer.Write(options.Input);
        writer.WriteList(options.Arguments);
    }

    private static RunOptions ReadOptions(TransferReader reader) => new()
    {
        IsVirtual = reader.ReadBoolean(),
        Limits = ReadLimits(reader),
        Seed = reader.ReadInt32(),
        Input = reader.ReadString(),
        Arguments = reader.ReadStrings(),
    };

    private static void Write(TransferWriter writer, RunLimits limits)
    {
        writer.Write(limits.WallTime);
        writer.Write(limits.VirtualTime);
        writer.Write(limits.Steps);
        writer.Write(limits.OutputCharacters);
        writer.Write(limits.MemoryBytes);
    }

    private static RunLimits ReadLimits(TransferReader reader) => new()
    {
        WallTime = reader.ReadTime(),
        VirtualTime = reader.ReadTime(),
        Steps = reader.ReadInt64(),
        OutputCharacters = reader.ReadInt32(),
        MemoryBytes = reader.ReadInt64(),
    };
}

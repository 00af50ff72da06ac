using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>How a report goes through the pipe.</summary>
internal static class ReportTransfer
{
    public static byte[] Write(Report report) => TransferWriter.BytesOf(report, Write);

    public static Report Read(byte[] bytes)
    {
        using var reader = new TransferReader(bytes);
        return ReadReport(reader);
    }

    public static void Write(TransferWriter writer, SourcePlace place)
    {
        writer.Write(place.File);
        writer.Write(place.Line);
        writer.Write(place.Column);
        writer.Write(place.EndLine);
        writer.Write(place.EndColumn);
    }

    public static SourcePlace ReadPlace(TransferReader reader) =>
        new(reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());

    private static void Write(TransferWriter writer, Report report)
    {
        writer.Write(report.SchemaVersion);
        writer.Write(report.Program);
        writer.Write((int)report.Dialect);
        writer.Write((int)report.Outcome);
        writer.WriteOptional((int?)report.Limit);
        writer.WriteOptional(report.Message);
        writer.WriteOptional(report.Place, Write);
        writer.Write(report.IsVirtual);
        writer.Write(report.MakespanSeconds);
        writer.WriteOptional(report.CriticalPathSeconds);
        writer.Write(report.Stdout);
        writer.Write(report.Stderr);
        writer.WriteList(report.Notes);
        writer.WriteOptional(report.ExitCode);
        writer.WriteList(report.Files, RequestTransfer.Write);
        writer.WriteList(report.Diagnostics, Write);
        writer.WriteList(report.Findings, Write);
        writer.WriteOptional(report.Timeline, TimelineTransfer.Write);
    }

    private static Report ReadReport(TransferReader reader) => new()
    {
        SchemaVersion = reader.ReadInt32(),
        Program = reader.ReadString(),
        Dialect = (Lab.Dialect)reader.ReadInt32(),
        Outcome = (Outcome)reader.ReadInt32(),
        Limit = (RunLimit?)reader.ReadOptionalInt32(),
        Message = reader.ReadOptionalString(),
        Place = reader.ReadOptional(ReadPlace),
        IsVirtual = reader.ReadBoolean(),
        MakespanSeconds = reader.ReadDouble(),
        CriticalPathSeconds = reader.ReadOptionalDouble(),
        Stdout = reader.ReadString(),
        Stderr = reader.ReadString(),
        Notes = reader.ReadStrings(),
        ExitCode = reader.ReadOptionalInt32(),
        Files = reader.ReadList(RequestTransfer.ReadFile),
        Diagnostics = reader.ReadList(ReadMessage),
        Findings = reader.ReadList(ReadFinding),
        Timeline = reader.ReadOptional(TimelineTransfer.Read),
    };

    private static void Write(TransferWriter writer, CompilerMessage message)
    {
        writer.Write(message.Id);
        writer.Write(message.IsError);
        writer.Write(message.Message);
        writer.WriteOptional(message.Place, Write);
    }

    private static CompilerMessage ReadMessage(TransferReader reader) =>
        new(reader.ReadString(), reader.ReadBoolean(), reader.ReadString(), reader.ReadOptional(ReadPlace));

    private static void Write(TransferWriter writer, Finding finding)
    {
        writer.Write(finding.Id);
        writer.Write(finding.Kind);
        writer.Write(finding.Title);
        writer.Write(finding.Message);
        writer.Write(finding.File);
        writer.Write(finding.Line);
        writer.Write(finding.Column);
        writer.Write(finding.EndLine);
        writer.Write(finding.EndColumn);
        writer.Write(finding.CostSeconds);
        writer.WriteOptional(finding.Fix, Write);
        writer.Write(finding.Lesson);
        writer.WriteList(finding.Rules);
        writer.WriteList(finding.Lanes);
        writer.WriteList(finding.Ghosts, Write);
    }

    private static Finding ReadFinding(TransferReader reader) => new()
    {
        Id = reader.ReadString(),
        Kind = reader.ReadString(),
        Title = reader.ReadString(),
        Message = reader.ReadString(),
        File = reader.ReadString(),
        Line = reader.ReadInt32(),
        Column = reader.ReadInt32(),
        EndLine = reader.ReadInt32(),
        EndColumn = reader.ReadInt32(),
        CostSeconds = reader.ReadDouble(),
        Fix = reader.ReadOptional(ReadFix),
        Lesson = reader.ReadString(),
        Rules = reader.ReadStrings(),
        Lanes = reader.ReadNumbers(),
        Ghosts = reader.ReadList(ReadGhost),
    };

    private static void Write(TransferWriter writer, Fix fix)
    {
        writer.Write(fix.Text);
        writer.WriteOptional(fix.Code);
    }

    private static Fix ReadFix(TransferReader reader) => new(reader.ReadString(), reader.ReadOptionalString());

    private static void Write(TransferWriter writer, Ghost ghost)
    {
        writer.Write(ghost.Lane);
        writer.Write(ghost.Start);
        writer.Write(ghost.End);
    }

    private static Ghost ReadGhost(TransferReader reader) => new(reader.ReadInt32(), reader.ReadTime(), reader.ReadTime());
}

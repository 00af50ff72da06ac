using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>How the timeline of a report goes through the pipe.</summary>
internal static class TimelineTransfer
{
    public static void Write(TransferWriter writer, Timeline timeline)
    {
        writer.Write(timeline.Title);
        writer.WriteList(timeline.Lanes, Write);
        writer.Write(timeline.Took);
        writer.WriteOptional(timeline.HadToTake);
        writer.Write(timeline.Scale);
        writer.Write(timeline.IsOver);
    }

    public static Timeline Read(TransferReader reader) => new()
    {
        Title = reader.ReadString(),
        Lanes = reader.ReadList(ReadLane),
        Took = reader.ReadTime(),
        HadToTake = reader.ReadOptionalTime(),
        Scale = reader.ReadTime(),
        IsOver = reader.ReadBoolean(),
    };

    private static void Write(TransferWriter writer, Lane lane)
    {
        writer.Write(lane.Name);
        writer.WriteOptional(lane.Parent);
        writer.Write(lane.Depth);
        writer.Write(lane.IsTask);
        writer.Write(lane.Start);
        writer.Write(lane.End);
        writer.Write((int)lane.State);
        writer.WriteOptional(lane.Error);
        writer.WriteOptional(lane.Line);
        writer.WriteOptional(lane.CalledAt, ReportTransfer.Write);
        writer.Write(lane.IsObserved);
        writer.Write(lane.IsWorker);
        writer.WriteList(lane.Segments, Write);
        writer.WriteOptional(lane.LastWait, Write);
        writer.WriteList(lane.Steps, static (writer, step) => writer.Write(step));
        writer.WriteList(lane.Output, Write);
    }

    private static Lane ReadLane(TransferReader reader) => new()
    {
        Name = reader.ReadString(),
        Parent = reader.ReadOptionalInt32(),
        Depth = reader.ReadInt32(),
        IsTask = reader.ReadBoolean(),
        Start = reader.ReadTime(),
        End = reader.ReadTime(),
        State = (FutureState)reader.ReadInt32(),
        Error = reader.ReadOptionalString(),
        Line = reader.ReadOptionalInt32(),
        CalledAt = reader.ReadOptional(ReportTransfer.ReadPlace),
        IsObserved = reader.ReadBoolean(),
        IsWorker = reader.ReadBoolean(),
        Segments = reader.ReadList(ReadSegment),
        LastWait = reader.ReadOptional(ReadSegment),
        Steps = reader.ReadList(static reader => reader.ReadTime()),
        Output = reader.ReadList(ReadOutputLine),
    };

    private static void Write(TransferWriter writer, Segment segment)
    {
        writer.Write((int)segment.Kind);
        writer.Write(segment.Start);
        writer.Write(segment.End);
        writer.Write((int)segment.Target);
        writer.Write(segment.Text);
        writer.WriteList(segment.Awaited);
        writer.WriteOptional(segment.WokenBy);
        writer.Write(segment.LeavesLoop);
        writer.WriteOptional(segment.Holders, static (writer, holders) => writer.WriteList(holders));
        writer.WriteOptional(segment.Place, ReportTransfer.Write);
        writer.Write(segment.IsCritical);
    }

    private static Segment ReadSegment(TransferReader reader) => new()
    {
        Kind = (SegmentKind)reader.ReadInt32(),
        Start = reader.ReadTime(),
        End = reader.ReadTime(),
        Target = (WaitTarget)reader.ReadInt32(),
        Text = reader.ReadString(),
        Awaited = reader.ReadNumbers(),
        WokenBy = reader.ReadOptionalInt32(),
        LeavesLoop = reader.ReadBoolean(),
        Holders = reader.ReadOptional(static reader => reader.ReadNumbers()),
        Place = reader.ReadOptional(ReportTransfer.ReadPlace),
        IsCritical = reader.ReadBoolean(),
    };

    private static void Write(TransferWriter writer, OutputLine line)
    {
        writer.Write(line.Time);
        writer.Write(line.Text);
    }

    private static OutputLine ReadOutputLine(TransferReader reader) => new(reader.ReadTime(), reader.ReadString());
}

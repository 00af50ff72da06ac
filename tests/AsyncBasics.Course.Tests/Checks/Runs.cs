using AsyncBasics.Lab;

namespace AsyncBasics.Course.Tests;

/// <summary>Runs made by hand, to hold checks against.</summary>
internal static class Runs
{
    /// <summary>A run of these lanes that came to its end.</summary>
    public static Report Of(params Lane[] lanes) => new()
    {
        Program = "test.cs",
        Dialect = Dialect.Coroutines,
        Outcome = Outcome.Finished,
        MakespanSeconds = lanes.Length == 0 ? 0 : lanes.Max(lane => lane.End.TotalSeconds),
        Timeline = new Timeline
        {
            Title = "test.cs",
            Lanes = lanes,
            Took = TimeSpan.FromSeconds(lanes.Length == 0 ? 0 : lanes.Max(lane => lane.End.TotalSeconds)),
            Scale = TimeSpan.FromSeconds(10),
        },
    };

    public static Report Writing(params string[] lines) => Of() with { Stdout = string.Join('\n', lines) + "\n" };

    /// <summary>A lane that waits from its beginning to its end.</summary>
    public static Lane Sleeping(string name, double start, double end) => Lane(name, start, end, (SegmentKind.Waiting, start, end));

    public static Lane Lane(string name, double start, double end, params (SegmentKind Kind, double Start, double End)[] segments) => new()
    {
        Name = name,
        Start = TimeSpan.FromSeconds(start),
        End = TimeSpan.FromSeconds(end),
        State = FutureState.Succeeded,
        Segments = [.. segments.Select(segment => new Segment
        {
            Kind = segment.Kind,
            Start = TimeSpan.FromSeconds(segment.Start),
            End = TimeSpan.FromSeconds(segment.End),
            Text = segment.Kind.ToString(),
        })],
    };

    public static Finding Finding(FindingKind kind, int line = 5) => new()
    {
        Id = kind.Id,
        Kind = kind.Slug,
        Title = kind.Title,
        Message = $"Something about line {line}.",
        File = "test.cs",
        Line = line,
        Column = 1,
        Lesson = kind.Lesson,
    };
}

using FsCheck;
using FsCheck.Fluent;

namespace AsyncBasics.Lab.Tests.Rendering;

/// <summary>Timelines of every shape, as no program would make them.</summary>
internal static class RandomTimelines
{
    private static readonly string[] s_names =
    [
        "A", "DoTask A", "Download https://example.org/a/very/long/path", "日本語の名前", "é", "👨‍👩‍👧 family", "two\nlines",
        "\e[31mred", "", " ", "right\u202Eto left", "각각", new string('x', 300),
    ];

    private static readonly string[] s_texts =
        ["sleeps 2 s", "waits for gather", "blocks 1 s", "waits for something with a very long name indeed", "wartet auf 日本語"];

    private static Gen<TimeSpan> Times => Gen.OneOf(
        Gen.Choose(0, 10).Select(seconds => TimeSpan.FromSeconds(seconds)),
        Gen.Choose(0, 5000).Select(ticks => TimeSpan.FromTicks(ticks)),
        Gen.Choose(0, 1_000_000).Select(hours => TimeSpan.FromHours(hours)));

    private static Gen<Segment> Segments =>
        from kind in Gen.Elements(Enum.GetValues<SegmentKind>())
        from target in Gen.Elements(Enum.GetValues<WaitTarget>())
        from first in Times
        from second in Times
        from text in Gen.Elements(s_texts)
        from critical in Gen.Elements(true, false)
        select new Segment
        {
            Kind = kind,
            Target = target,
            Start = first < second ? first : second,
            End = first < second ? second : first,
            Text = text,
            IsCritical = critical,
        };

    private static Gen<Lane> Lanes =>
        from name in Gen.Elements(s_names)
        from depth in Gen.Frequency((9, Gen.Choose(0, 5)), (1, Gen.Choose(6, 100)))
        from isTask in Gen.Elements(true, false)
        from start in Times
        from end in Times
        from state in Gen.Elements(Enum.GetValues<FutureState>())
        from line in Gen.Frequency((3, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 99_999).Select(number => (int?)number)))
        from segments in Segments.ListOf()
        from steps in Times.ListOf()
        select new Lane
        {
            Name = name,
            Depth = depth,
            Parent = depth == 0 ? null : 0,
            IsTask = isTask,
            Start = start,
            End = end,
            State = state,
            Line = line,
            Segments = [.. segments.OrderBy(segment => segment.Start)],
            Steps = [.. steps],
        };

    public static Gen<Timeline> Timelines =>
        from title in Gen.Elements(s_names)
        from lanes in Lanes.ListOf()
        from took in Times
        from scale in Times
        from hadToTake in Times
        from isOver in Gen.Elements(true, false)
        select new Timeline
        {
            Title = title,
            Lanes = [.. lanes],
            Took = took,
            Scale = scale > took ? scale : took,
            HadToTake = isOver ? hadToTake : null,
            IsOver = isOver,
        };
}

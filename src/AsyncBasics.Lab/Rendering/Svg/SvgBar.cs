namespace AsyncBasics.Lab;

/// <summary>A segment as a bar.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Number">Its index in its lane.</param>
/// <param name="Left">Where the bar begins.</param>
/// <param name="Right">Where it ends.</param>
internal sealed record SvgBar(Segment Segment, int Number, double Left, double Right)
{
    private const double LeastWidth = 0.75;

    /// <summary>What is shown of the segments of a lane: of many that fall on one pixel only the first.</summary>
    public static SvgBar[] Of(Lane lane, SvgLayout layout)
    {
        List<SvgBar> bars = [];
        double shown = double.NegativeInfinity;
        for (int i = 0; i < lane.Segments.Count; i++)
        {
            Segment segment = lane.Segments[i];
            (double left, double right) = (layout.X(segment.Start), layout.X(segment.End));
            if (right - left >= LeastWidth || left - shown >= LeastWidth)
            {
                bars.Add(new SvgBar(segment, i, left, right));
                shown = right;
            }
        }

        return [.. bars];
    }

    private bool WaitsForLanes => Segment.Target is WaitTarget.Lanes or WaitTarget.Call;

    /// <summary>Whether it is drawn thinner, since what it waits for is drawn itself.</summary>
    public bool IsThin => Segment.Kind == SegmentKind.Waiting && WaitsForLanes;

    /// <summary>Whether light text stands in it.</summary>
    public bool IsDark => Segment.Kind is SegmentKind.Blocked or SegmentKind.Running;

    public Cell Sign => Segment.Kind switch
    {
        SegmentKind.Running => Cell.Runs,
        SegmentKind.Ready => Cell.Starved,
        SegmentKind.Blocked => Segment.LeavesLoop ? Cell.BlockedBeside : Cell.Blocked,
        _ when WaitsForLanes => Cell.WaitsForLanes,
        _ => Segment.IsCritical ? Cell.WaitsCritically : Cell.Waits,
    };

    public string Style => StyleOf(Sign) + (Segment.IsCritical && Sign != Cell.WaitsCritically ? " crit" : string.Empty);

    public string? Pattern => PatternOf(Sign);

    public static string StyleOf(Cell sign) => sign switch
    {
        Cell.Runs => "runs",
        Cell.Starved => "ready",
        Cell.Blocked => "block",
        Cell.BlockedBeside => "block beside-loop",
        Cell.WaitsForLanes => "wait thin",
        Cell.WaitsCritically => "wait crit",
        Cell.Ghost => "ghost",
        _ => "wait",
    };

    public static string? PatternOf(Cell sign) => sign switch
    {
        Cell.Starved => "dots",
        Cell.WaitsForLanes or Cell.WaitsCritically or Cell.Waits => "hatch",
        _ => null,
    };
}

namespace AsyncBasics.Lab;

/// <summary>A lane as a chain of legs without gaps, with everybody who sets out from it.</summary>
internal sealed class Course
{
    private Course(Lane lane, IReadOnlyList<Segment> legs)
    {
        Lane = lane;
        Legs = legs;
        Starts = new List<(int Lane, TimeSpan Offset)>[legs.Count + 1];
        Reached = new TimeSpan?[legs.Count + 1];
        Waiting = new List<(TimeSpan Offset, Action<TimeSpan> Then)>?[legs.Count + 1];
    }

    public Lane Lane { get; }

    /// <summary>Its segments; where it did nothing that was noted, a wait for something unknown.</summary>
    public IReadOnlyList<Segment> Legs { get; }

    /// <summary>For each leg, and for its end, the lanes that begin there.</summary>
    public List<(int Lane, TimeSpan Offset)>?[] Starts { get; }

    /// <summary>When each leg, and its end, was reached in the replay.</summary>
    public TimeSpan?[] Reached { get; }

    /// <summary>For each leg, and for its end, who waits until it is reached.</summary>
    public List<(TimeSpan Offset, Action<TimeSpan> Then)>?[] Waiting { get; }

    /// <summary>The lanes that begin in this one, in order.</summary>
    public List<int> Children { get; } = [];

    public static Course Of(Lane lane)
    {
        List<Segment> legs = [];
        TimeSpan time = lane.Start;
        foreach (Segment segment in lane.Segments)
        {
            legs.Add(segment);
            time = segment.End;
        }

        if (time < lane.End && lane.State != FutureState.Pending)
        {
            legs.Add(new Segment { Kind = SegmentKind.Waiting, Start = time, End = lane.End, Target = WaitTarget.Other, Text = string.Empty });
        }

        return new Course(lane, legs);
    }

    /// <summary>
    /// Where a lane begins that this one makes. Whoever waits makes nobody: what seems to begin at the very end of a wait, on a clock whose
    /// moments are measured, begins with what comes next.
    /// </summary>
    public (int Leg, TimeSpan Offset) BeginningOf(int lane, TimeSpan start)
    {
        (int leg, TimeSpan offset) = PositionAt(start);
        bool isNext = offset > TimeSpan.Zero && leg + 1 < Legs.Count
            && Legs[leg].Kind == SegmentKind.Waiting && Legs[leg + 1].Awaited.Contains(lane);
        return isNext ? (leg + 1, TimeSpan.Zero) : (leg, offset);
    }

    /// <summary>The leg before which, or into which, a moment falls.</summary>
    public (int Leg, TimeSpan Offset) PositionAt(TimeSpan time)
    {
        int first = 0;
        for (int last = Legs.Count; first < last;)
        {
            int middle = (first + last) / 2;
            (first, last) = time <= Legs[middle].Start || time < Legs[middle].End ? (first, middle) : (middle + 1, last);
        }

        return (first, first < Legs.Count && time > Legs[first].Start ? time - Legs[first].Start : TimeSpan.Zero);
    }
}

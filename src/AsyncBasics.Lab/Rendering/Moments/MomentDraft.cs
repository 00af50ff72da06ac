namespace AsyncBasics.Lab;

/// <summary>What happens on one lane at one time.</summary>
internal sealed class MomentDraft(Timeline timeline, int number, TimeSpan time)
{
    private readonly Lane _lane = timeline.Lanes[number];

    public int Lane => number;

    public TimeSpan Time => time;

    /// <summary>Whether what it does is left to a later moment of the same time, and it only wakes here.</summary>
    public bool OnlyWakes { get; private init; }

    public bool Begins => _lane.Start == time && !OnlyWakes;

    public bool Ends => _lane.End == time && _lane.State != FutureState.Pending && !OnlyWakes;

    public Lane Subject => _lane;

    public Segment? Ended { get; private set; }

    public Segment? Started { get; private set; }

    public List<string> Output { get; } = [];

    public SourcePlace? Place => Started?.Place ?? Ended?.Place ?? (Begins ? _lane.CalledAt : null);

    /// <summary>Whether it begins something that it still did when the picture ended.</summary>
    public bool StartsForGood => Started is not null && GoesOn(_lane, Started);

    /// <summary>What was over when it woke, alone.</summary>
    public MomentDraft Waking() => new(timeline, number, time) { OnlyWakes = true, Ended = Ended };

    /// <summary>What it does once it has woken.</summary>
    public MomentDraft Acting()
    {
        MomentDraft acting = new(timeline, number, time) { Started = Started };
        acting.Output.AddRange(Output);
        return acting;
    }

    /// <summary>All of them, by lane.</summary>
    public static IReadOnlyList<MomentDraft> Of(Timeline timeline)
    {
        List<MomentDraft> all = [];
        for (int i = 0; i < timeline.Lanes.Count; i++)
        {
            all.AddRange(OfLane(timeline, i));
        }

        return all;
    }

    private static MomentDraft[] OfLane(Timeline timeline, int number)
    {
        Lane lane = timeline.Lanes[number];
        SortedDictionary<TimeSpan, MomentDraft> moments = [];
        MomentDraft At(TimeSpan time)
        {
            if (!moments.TryGetValue(time, out MomentDraft? moment))
            {
                moment = new MomentDraft(timeline, number, time);
                moments.Add(time, moment);
            }

            return moment;
        }

        At(lane.Start);
        foreach (Segment segment in lane.Segments.Where(segment => segment.Duration > TimeSpan.Zero))
        {
            At(segment.Start).Started = segment;

            // A lane that has not ended at the end of the picture only stops being seen, unless it woke then and began to wait anew.
            if (!GoesOn(lane, segment) || lane.LastWait?.Start >= segment.End)
            {
                At(segment.End).Ended = segment;
            }
        }

        if (lane is { State: FutureState.Pending, LastWait: { } last } && last.Start >= lane.End)
        {
            At(lane.End).Started = last;
        }

        foreach (OutputLine line in lane.Output)
        {
            At(line.Time).Output.Add(line.Text);
        }

        if (lane.State != FutureState.Pending)
        {
            At(lane.End);
        }

        return [.. moments.Values];
    }

    private static bool GoesOn(Lane lane, Segment segment) => lane.State == FutureState.Pending && segment.End >= lane.End;
}

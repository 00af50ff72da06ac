namespace AsyncBasics.Lab.Tests;

public sealed class WhatIfTests
{
    [Fact]
    public void Run_WithoutARepair_TakesAsLong()
    {
        Timeline timeline = Of(
            Lane("Main", null, Waits(0, 2, 1), Waits(2, 3, 2)),
            Lane("A", 0, Sleeps(0, 2)),
            Lane("B", 0, Sleeps(2, 3)));

        Assert.Equal(Seconds(3), WhatIf.Run(timeline, new Repair()).Makespan);
    }

    [Fact]
    public void Run_TwoBegunTogether_TakesAsLongAsTheLonger()
    {
        Timeline timeline = Of(
            Lane("Main", null, Waits(0, 2, 1), Waits(2, 3, 2), Sleeps(3, 4)),
            Lane("A", 0, Sleeps(0, 2)),
            Lane("B", 0, Sleeps(2, 3)));
        var repair = new Repair();
        repair.Overlaps.Add(new Overlap(0, [new Branch(0, 0, []), new Branch(1, 1, [])]));

        var without = WhatIf.Run(timeline, repair);

        Assert.Equal(Seconds(3), without.Makespan);
        Assert.Equal(Seconds(0), without.StartOf(2));
        Assert.Equal(Seconds(1), without.EndOf(2));
    }

    [Fact]
    public void Run_OneThatSeemsToBeginAtTheEndOfAWait_BeginsWithTheNext()
    {
        // As on the real clock, where the moments of the lanes are measured one after another.
        Timeline timeline = Of(
            Lane("Main", null, Waits(0, 2.001, 1), Waits(2.001, 3, 2)),
            Lane("A", 0, Sleeps(0, 2)),
            Lane("B", 0, Sleeps(2, 3)));
        var repair = new Repair();
        repair.Overlaps.Add(new Overlap(0, [new Branch(0, 0, []), new Branch(1, 1, [])]));

        Assert.Equal(Seconds(2), WhatIf.Run(timeline, repair).Makespan);
    }

    [Fact]
    public void Run_OneThatNeedsTheFirst_BeginsAfterIt()
    {
        Timeline timeline = Of(Lane("Main", null, Sleeps(0, 1), Sleeps(1, 4), Sleeps(4, 6)));
        var repair = new Repair();
        repair.Overlaps.Add(new Overlap(0, [new Branch(0, 0, []), new Branch(1, 1, [0]), new Branch(2, 2, [])]));

        Assert.Equal(Seconds(4), WhatIf.Run(timeline, repair).Makespan);
    }

    [Fact]
    public void Run_ABlockReleased_LetsTheOthersRun()
    {
        Timeline timeline = Of(
            Lane("Main", null, Waits(0, 5, 1, 2)),
            Lane("A", 0, Blocks(0, 3)),
            Lane("B", 0, Starves(0, 3), Blocks(3, 5)));
        var repair = new Repair();
        repair.Released.Add((1, 0));

        Assert.Equal(Seconds(3), WhatIf.Run(timeline, repair).Makespan);
    }

    [Fact]
    public void Run_OneOfTwoBlocksReleased_TheOtherStillHoldsTheLoop()
    {
        Timeline timeline = Of(
            Lane("Main", null, Waits(0, 6, 1, 2, 3)),
            Lane("A", 0, Blocks(0, 3)),
            Lane("B", 0, Starves(0, 3), Blocks(3, 5)),
            Lane("C", 0, Starves(0, 5), Sleeps(5, 6)));
        var repair = new Repair();
        repair.Released.Add((1, 0));

        var without = WhatIf.Run(timeline, repair);

        Assert.Equal(Seconds(2), without.EndOf(2));
        Assert.Equal(Seconds(3), without.EndOf(3));
        Assert.Equal(Seconds(3), without.Makespan);
    }

    [Fact]
    public void Run_WhatIsSkipped_IsNotDoneAtAll()
    {
        Timeline timeline = Of(
            Lane("Main", null, Waits(0, 2, 1), Waits(2, 4, 2)),
            Lane("A", 0, Sleeps(0, 2)),
            Lane("A again", 0, Sleeps(2, 4)));
        var repair = new Repair();
        repair.Skipped.Add((0, 1));

        Assert.Equal(Seconds(2), WhatIf.Run(timeline, repair).Makespan);
    }

    [Fact]
    public void Run_AWaitThatAnotherLaneEnds_EndsWhenThatComesToIt()
    {
        // The waiter is woken by the signaller in the middle of what that does, which the repair brings forward.
        Timeline timeline = Of(
            Lane("Main", null, Waits(0, 4, 1, 2)),
            Lane("Signaller", 0, Sleeps(0, 2), Sleeps(2, 3), Sleeps(3, 4)),
            Lane("Waiter", 0, Segment(SegmentKind.Waiting, WaitTarget.Other, 0, 3) with { WokenBy = 1 }));
        var repair = new Repair();
        repair.Overlaps.Add(new Overlap(1, [new Branch(0, 0, []), new Branch(1, 1, [])]));

        Assert.Equal(Seconds(2), WhatIf.Run(timeline, repair).EndOf(2));
    }

    [Fact]
    public void Run_ALaneThatNeverEnds_TellsNoMakespan()
    {
        Timeline timeline = Of(Lane("Main", null, Sleeps(0, 2)) with { State = FutureState.Pending });

        Assert.Null(WhatIf.Run(timeline, new Repair()).Makespan);
    }

    private static Timeline Of(params Lane[] lanes)
    {
        TimeSpan took = lanes.Max(lane => lane.End);
        return new Timeline { Title = "test", Lanes = lanes, Took = took, Scale = took };
    }

    private static Lane Lane(string name, int? parent, params Segment[] segments) => new()
    {
        Name = name,
        Parent = parent,
        IsTask = true,
        Start = segments[0].Start,
        End = segments[^1].End,
        State = FutureState.Succeeded,
        Segments = segments,
    };

    private static Segment Sleeps(double from, double to) => Segment(SegmentKind.Waiting, WaitTarget.Timer, from, to);

    private static Segment Blocks(double from, double to) => Segment(SegmentKind.Blocked, WaitTarget.Nothing, from, to);

    private static Segment Starves(double from, double to) => Segment(SegmentKind.Ready, WaitTarget.Nothing, from, to);

    private static Segment Waits(double from, double to, params int[] lanes) => Segment(SegmentKind.Waiting, WaitTarget.Lanes, from, to) with { Awaited = lanes };

    private static Segment Segment(SegmentKind kind, WaitTarget target, double from, double to) =>
        new() { Kind = kind, Target = target, Start = Seconds(from), End = Seconds(to), Text = string.Empty };

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}

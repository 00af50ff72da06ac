using AsyncBasics.Lab;

namespace AsyncBasics.Course.Tests;

public class WritesPredicateTests
{
    private static readonly Report s_run = Runs.Of(
        Runs.Sleeping("Main", 0, 3) with { Output = [new OutputLine(TimeSpan.FromSeconds(3), "Locked.")] },
        Runs.Sleeping("Roast duck", 0, 2) with { Output = [new OutputLine(TimeSpan.FromSeconds(2), "  oven: off")] });

    [Fact]
    public void Writes_ByTheLaneAtTheTime_Holds() => Assert.Null(Writes("oven: off", "Roast *", 2));

    [Fact]
    public void Writes_ByAnotherLane_NamesIt() => Assert.Equal(
        "\"oven: off\" is written by Roast duck, not by Main.", Writes("oven: off", "Main", null));

    [Fact]
    public void Writes_AtAnotherTime_TellsIt() => Assert.Equal(
        "\"Locked.\" is written at 3 s; asked for is exactly 2 s.", Writes("Locked.", null, 2));

    [Fact]
    public void Writes_WhatNobodyWrites_SaysSo() => Assert.Equal("Nobody writes \"oven: on\".", Writes("oven: on", "Roast duck", null));

    [Fact]
    public void Writes_OneOfSeveralLinesIsEnough_Holds()
    {
        Lane twice = Runs.Sleeping("A", 0, 2) with { Output = [new OutputLine(TimeSpan.Zero, "tick"), new OutputLine(TimeSpan.FromSeconds(1), "tick")] };

        Assert.Null(new WritesPredicate(new Pattern("tick"), null, new Bounds(1, 1)).Refute(Runs.Of(twice)));
    }

    private static string? Writes(string line, string? by, double? at) => new WritesPredicate(
        new Pattern(line),
        by is null ? null : new Pattern(by),
        at is null ? null : new Bounds(at, at)).Refute(s_run);
}

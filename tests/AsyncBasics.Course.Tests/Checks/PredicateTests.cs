using AsyncBasics.Lab;

namespace AsyncBasics.Course.Tests;

public class PredicateTests
{
    private static readonly Lane s_a = Runs.Sleeping("DoTask A", 0, 2);
    private static readonly Lane s_b = Runs.Sleeping("DoTask B", 0, 1);
    private static readonly Lane s_bAfterA = Runs.Sleeping("DoTask B", 2, 3);

    [Fact]
    public void Overlap_OfLanesThatWaitTogether_Holds() => Assert.Null(Overlap("DoTask A", "DoTask B").Refute(Runs.Of(s_a, s_b)));

    [Fact]
    public void Overlap_OfLanesInARow_TellsWhenEachWaits() => Assert.Equal(
        "They never wait together: DoTask A waits 0–2 s, DoTask B waits 2–3 s.", Overlap("DoTask A", "DoTask B").Refute(Runs.Of(s_a, s_bAfterA)));

    [Fact]
    public void Overlap_OfThreeOfWhichOnlyTwoMeetAtATime_DoesNotHold() => Assert.NotNull(
        Overlap("*").Refute(Runs.Of(Runs.Sleeping("A", 0, 2), Runs.Sleeping("B", 1, 4), Runs.Sleeping("C", 3, 5))));

    [Fact]
    public void Overlap_OfALaneThatBlocks_DoesNotHold() => Assert.Contains(
        "DoTask B never waits",
        Overlap("DoTask *").Refute(Runs.Of(s_a, Runs.Lane("DoTask B", 0, 1, (SegmentKind.Blocked, 0, 1)))), StringComparison.Ordinal);

    [Fact]
    public void Overlap_OfALaneThatNeverRan_TellsWhatRan() => Assert.Equal(
        "Nothing named DoTask C ran; what ran is DoTask A, DoTask B.", Overlap("DoTask A", "DoTask C").Refute(Runs.Of(s_a, s_b)));

    [Fact]
    public void Overlap_OfASingleLane_DoesNotHold() => Assert.Equal("Only DoTask A ran.", Overlap("DoTask *").Refute(Runs.Of(s_a)));

    [Fact]
    public void Sequential_OfLanesInARow_Holds() => Assert.Null(Sequential("DoTask A", "DoTask B").Refute(Runs.Of(s_a, s_bAfterA)));

    [Fact]
    public void Sequential_InTheOtherOrder_DoesNotHold() => Assert.NotNull(Sequential("DoTask B", "DoTask A").Refute(Runs.Of(s_a, s_bAfterA)));

    [Fact]
    public void Sequential_OfLanesThatOverlap_TellsWhenTheyMeet() => Assert.Equal(
        "DoTask B begins at 0 s, and DoTask A ends at 2 s.", Sequential("DoTask A", "DoTask B").Refute(Runs.Of(s_a, s_b)));

    [Fact]
    public void Sequential_ReadsTheBeginningOffTheFirstStep_NotOffTheMaking() => Assert.Null(
        Sequential("DoTask *").Refute(Runs.Of(s_a, s_bAfterA with { Start = TimeSpan.Zero, Steps = [TimeSpan.FromSeconds(2)] })));

    [Theory]
    [InlineData(2, 2, null)]
    [InlineData(3, 3, "At 0 s 2 of DoTask * are under way; asked for is exactly 3.")]
    public void AtOnce_CountsTheMostCrowdedMoment(int least, int most, string? evidence) => Assert.Equal(
        evidence, new AtOncePredicate(new Pattern("DoTask *"), new Bounds(least, most)).Refute(Runs.Of(s_a, s_b, Runs.Sleeping("DoTask C", 1, 2))));

    [Theory]
    [InlineData(2.0, null)]
    [InlineData(2.0004, null)]
    [InlineData(2.5, "The run took 2.5 s; asked for is at most 2 s.")]
    public void Makespan_AllowsForRounding(double took, string? evidence) => Assert.Equal(
        evidence, new TimePredicate(RunTime.Makespan, new Bounds(null, 2)).Refute(Runs.Of() with { MakespanSeconds = took }));

    [Fact]
    public void Blocked_AddsUpAllLanes_AndNamesThem() => Assert.Equal(
        "The loop was held for 3 s by A, B; asked for is at most 0 s.",
        new TimePredicate(RunTime.Blocked, new Bounds(null, 0)).Refute(
            Runs.Of(Runs.Lane("A", 0, 2, (SegmentKind.Blocked, 0, 2)), Runs.Lane("B", 2, 3, (SegmentKind.Blocked, 2, 3)))));

    [Theory]
    [InlineData(true, 2, null)]
    [InlineData(true, 3, "DoTask A ends at 2 s; asked for is exactly 3 s.")]
    [InlineData(false, 0, null)]
    [InlineData(false, 1, "DoTask A begins at 0 s; asked for is exactly 1 s.")]
    public void Moment_OfALane_IsItsBeginningOrItsEnd(bool isEnd, double at, string? evidence) => Assert.Equal(
        evidence, new LaneMomentPredicate(new Pattern("DoTask A"), isEnd, new Bounds(at, at)).Refute(Runs.Of(s_a)));

    [Fact]
    public void Cancelled_OfALaneThatWas_Holds() => Assert.Null(
        State(FutureState.Cancelled, "DoTask *").Refute(Runs.Of(s_b, s_a with { State = FutureState.Cancelled })));

    [Fact]
    public void Cancelled_OfALaneThatCameToItsEnd_SaysSo() => Assert.Equal(
        "DoTask A came to its end at 2 s.", State(FutureState.Cancelled, "DoTask A").Refute(Runs.Of(s_a)));

    [Fact]
    public void NotFailed_OfALaneThatFailed_QuotesTheError() => Assert.Equal(
        "DoTask A failed at 2 s with InvalidOperationException: Task A failed.",
        new LaneStatePredicate([new Pattern("*")], FutureState.Failed, IsForbidden: true).Refute(
            Runs.Of(s_b, s_a with { State = FutureState.Failed, Error = "InvalidOperationException: Task A failed" })));

    [Fact]
    public void NotFailed_OfALaneThatNeverRan_Holds() =>
        Assert.Null(new LaneStatePredicate([new Pattern("C")], FutureState.Failed, IsForbidden: true).Refute(Runs.Of(s_a)));

    [Fact]
    public void NoFindings_WithOneOfThem_QuotesIt() => Assert.Equal(
        "AB002, line 5: Something about line 5.",
        new NoFindingsPredicate(["blocking-call"]).Refute(Runs.Of(s_a) with { Findings = [Runs.Finding(FindingKind.BlockingCall)] }));

    [Fact]
    public void NoFindings_WithAnotherOne_Holds() => Assert.Null(
        new NoFindingsPredicate(["never-awaited"]).Refute(Runs.Of(s_a) with { Findings = [Runs.Finding(FindingKind.BlockingCall)] }));

    [Fact]
    public void NoFindingsAtAll_WithAnyOne_DoesNotHold() => Assert.NotNull(
        new NoFindingsPredicate(null).Refute(Runs.Of(s_a) with { Findings = [Runs.Finding(FindingKind.BlockingCall)] }));

    [Fact]
    public void SomeFindings_WithoutOneOfThem_TellsWhatWasFound() => Assert.Equal(
        "There is no never-awaited; the lab found AB002 blocking-call.",
        new SomeFindingsPredicate(["blocking-call", "never-awaited"]).Refute(Runs.Of(s_a) with { Findings = [Runs.Finding(FindingKind.BlockingCall)] }));

    [Theory]
    [InlineData(false, "a|b", null)]
    [InlineData(false, "b|a", "Line 1 of the output is \"a\"; asked for is \"b\".")]
    [InlineData(false, "a", "After the 1 lines that are asked for, the output goes on with \"b\".")]
    [InlineData(false, "a|b|c", "The output ends before line 3, which is to be \"c\".")]
    [InlineData(true, "b|a", null)]
    [InlineData(true, "a|c", "The output lacks the line \"c\".")]
    [InlineData(true, "a", "The output has a line too many: \"b\".")]
    public void Prints_ComparesWholeOutputs(bool inAnyOrder, string lines, string? evidence) =>
        Assert.Equal(evidence, new PrintsPredicate(lines.Split('|'), inAnyOrder).Refute(Runs.Writing("  a", "b ", "")));

    [Theory]
    [InlineData("a|c", null)]
    [InlineData("a|b|c", null)]
    [InlineData("c|a", "\"a\" comes before \"c\", not after it.")]
    [InlineData("a|d", "No line of the output is \"d\".")]
    [InlineData("a|a", "\"a\" comes before \"a\", not after it.")]
    public void Order_LooksForLinesOneBehindTheOther(string patterns, string? evidence) =>
        Assert.Equal(evidence, new OrderPredicate([.. patterns.Split('|').Select(text => new Pattern(text))]).Refute(Runs.Writing("a", "b", "c")));

    [Fact]
    public void NeverPrints_OfALineThatIsThere_QuotesIt() => Assert.Equal(
        "The output has the line \"it failed\".", new NeverPrintsPredicate([new Pattern("*failed*")]).Refute(Runs.Writing("a", "it failed")));

    [Fact]
    public void Outcome_OfADeadlock_TellsWhere() => Assert.Equal(
        "The program stood still for ever (line 7): Main waits for A.",
        new OutcomePredicate(Outcome.Finished).Refute(
            Runs.Of() with { Outcome = Outcome.Deadlock, Message = "Main waits for A", Place = new SourcePlace("test.cs", 7, 1, 7, 2) }));

    private static OverlapPredicate Overlap(params string[] patterns) => new([.. patterns.Select(text => new Pattern(text))]);

    private static SequentialPredicate Sequential(params string[] patterns) => new([.. patterns.Select(text => new Pattern(text))]);

    private static LaneStatePredicate State(FutureState state, params string[] patterns) =>
        new([.. patterns.Select(text => new Pattern(text))], state, IsForbidden: false);
}

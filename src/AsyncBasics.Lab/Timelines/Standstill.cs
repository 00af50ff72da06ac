namespace AsyncBasics.Lab;

/// <summary>What keeps each lane of a run in which nobody can go on any more.</summary>
internal static class Standstill
{
    private const int MostInChain = 8;

    /// <summary>Who waits for what, from the outside to the inside: clauses with the line; what several do alike is told once.</summary>
    public static IEnumerable<string> Chain(Timeline timeline) => Of(timeline)
        .Select(stuck => $"{timeline.Lanes[stuck.Lane].Name} {stuck.Text}{(stuck.Place is { } place ? $" (line {place.Line})" : string.Empty)}")
        .GroupBy(clause => clause)
        .Take(MostInChain)
        .Select(group => $"{group.Key}{(group.Count() > 1 ? $", {group.Count()} times" : string.Empty)}");

    /// <summary>The lanes that have not ended.</summary>
    public static IEnumerable<StuckLane> Of(Timeline timeline) => Enumerable.Range(0, timeline.Lanes.Count)
        .Where(number => timeline.Lanes[number] is { State: FutureState.Pending, LastWait.Text.Length: > 0 })
        .Select(number => new StuckLane(number, WordsOf(number, timeline), timeline.Lanes[number].LastWait!.Place));

    /// <summary>What keeps a lane, to follow its name.</summary>
    public static string WordsOf(int lane, Timeline timeline) => timeline.Lanes[lane].LastWait switch
    {
        null => "waits",
        { Holders: [_, ..] holders } wait => $"{wait.Text} that {Holding(lane, holders, timeline)}",
        { Kind: SegmentKind.Blocked, Awaited: [var awaited] } => $"blocks until {timeline.Lanes[awaited].Name} has ended",
        { Kind: SegmentKind.Blocked } => "blocks",
        { Target: WaitTarget.Timer } => "could go on, and waits for its turn",
        { Text: var text } => text,
    };

    private static string Holding(int lane, IReadOnlyList<int> holders, Timeline timeline)
    {
        if (holders.Contains(lane))
        {
            return "it has taken itself";
        }

        bool areOver = holders.All(holder => timeline.Lanes[holder].State != FutureState.Pending);
        string names = NameList.Of([.. holders.Select(holder => timeline.Lanes[holder].Name)]);
        return areOver ? $"{names} took and never gave back" : $"{names} {(holders.Count == 1 ? "has" : "have")} taken";
    }
}

namespace AsyncBasics.Lab.Tests.Timelines;

/// <summary>Reads lanes of a timeline for assertions.</summary>
internal static class LaneReading
{
    public static Lane Named(this Timeline timeline, string name) => Assert.Single(timeline.Lanes, lane => lane.Name == name);

    /// <summary>A lane in a line: its segments and its end, such as <c>0-2 sleeps 2 s; Succeeded at 2</c>.</summary>
    public static string Story(this Lane lane) => string.Join("; ", lane.Segments
        .Select(segment => $"{Seconds(segment.Start)}-{Seconds(segment.End)} {segment.Text}")
        .Append($"{lane.State} at {Seconds(lane.End)}"));

    /// <summary>The lanes' names, indented by depth.</summary>
    public static string[] Tree(this Timeline timeline) =>
        [.. timeline.Lanes.Select(lane => new string('>', lane.Depth) + lane.Name)];

    public static string[] Critical(this Timeline timeline) =>
        [.. timeline.Lanes.Where(lane => lane.IsCritical).Select(lane => lane.Name)];

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>How a picture is to be drawn.</summary>
internal sealed record SvgOptions
{
    /// <summary>The width in pixels.</summary>
    public double Width { get; init; } = 980;

    /// <summary>Whether names stand above their lanes, for narrow screens, and not beside them.</summary>
    public bool NamesAbove { get; init; }

    /// <summary>How many lanes are drawn at most.</summary>
    public int MaxLanes { get; init; } = 100;

    /// <summary>What the names of the patterns begin with: two pictures on one page must not share them.</summary>
    public string Prefix { get; init; } = "ab";

    /// <summary>Whether the parts carry what a script needs to find them and a keyboard to reach them; otherwise each has a tooltip.</summary>
    public bool IsInteractive { get; init; }
}

/// <summary>Shares a picture's width out between names and time, and places moments.</summary>
internal sealed class SvgLayout
{
    public const double Margin = 14;

    /// <summary>Names are bold, and so a little wider than their size says.</summary>
    public const double NameSize = 13.5;

    public const double SmallSize = 11.5;
    private const double Indent = 16;
    private const double MostIndent = 96;
    private const double MostName = 260;

    private readonly TimeSpan _scale;

    public SvgLayout(Picture picture, IEnumerable<LaneGroup> groups, SvgOptions options, TimeSpan scale)
    {
        _scale = scale;
        Width = options.Width;
        NamesAbove = options.NamesAbove;
        RowHeight = NamesAbove ? 44 : 30;
        IReadOnlyList<Lane> lanes = picture.Timeline.Lanes;
        Lane[] drawn = [.. groups.Where(group => !group.IsFolded).Select(group => lanes[group.First])];
        double places = drawn.Max(lane => lane.Line) is { } line ? TextWidth.Of(PlaceOf(line), SmallSize) + 12 : 0;
        double names = drawn.Length == 0 ? 0 : drawn.Max(lane => IndentOf(lane) + TextWidth.Of(DisplayText.Clean(lane.Name, unicode: true), NameSize));
        Left = NamesAbove ? Margin : Margin + Math.Clamp(names, 90, Math.Min(MostName, Width * 0.3)) + places + 18;
        NameRoom = NamesAbove ? Width - (2 * Margin) - places : Left - Margin - places - 18;
        AxisWidth = Math.Max(60, Width - Left - 58);
    }

    public double Width { get; }

    public bool NamesAbove { get; }

    public double RowHeight { get; }

    /// <summary>Where time begins.</summary>
    public double Left { get; }

    /// <summary>How wide the whole scale is.</summary>
    public double AxisWidth { get; }

    /// <summary>How much room a name has, its indentation included.</summary>
    public double NameRoom { get; }

    public static string PlaceOf(int line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");

    public static double IndentOf(Lane lane) => Math.Min(MostIndent, lane.Depth * Indent);

    public double X(TimeSpan time) => Left + (_scale > TimeSpan.Zero ? Math.Clamp(time / _scale, 0, 1) * AxisWidth : 0);

    public IEnumerable<(double X, string Label)> Ticks()
    {
        const double PixelsPerColumn = 8;
        var axis = new TimeAxis(_scale, Math.Max(2, (int)(AxisWidth / PixelsPerColumn)));
        return axis.Ticks().Select(tick => (X(tick.Time), $"{tick.Number} {(tick.Unit == "us" ? "µs" : tick.Unit)}"));
    }
}

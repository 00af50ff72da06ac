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

    /// <summary>On which screens it is to be seen: the name of a class.</summary>
    public string? Class { get; init; }

    /// <summary>What the names of the patterns begin with: two pictures on one page must not share them.</summary>
    public string Prefix { get; init; } = "ab";

    /// <summary>Whether the title and how long it took stand above it.</summary>
    public bool HasHeader { get; init; } = true;

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
    private readonly LaneNames _names;

    private SvgLayout(IReadOnlyList<Lane> drawn, SvgOptions options, TimeSpan scale, double right)
    {
        _scale = scale;
        Width = options.Width;
        NamesAbove = options.NamesAbove;
        RowHeight = NamesAbove ? 44 : 30;
        double places = drawn.Max(lane => lane.Line) is { } line ? TextWidth.Of(PlaceOf(line), SmallSize) + 12 : 0;
        double names = drawn.Count == 0 ? 0 : drawn.Max(lane => IndentOf(lane) + TextWidth.Of(DisplayText.Clean(lane.Name, unicode: true), NameSize));
        Left = NamesAbove ? Margin + 5 : Margin + Math.Clamp(names, 90, Math.Min(MostName, Width * 0.3)) + places + 18;
        NameRoom = NamesAbove ? Width - (2 * Margin) - places : Left - Margin - places - 17;
        _names = new LaneNames(drawn.Select(lane => DisplayText.Clean(lane.Name, unicode: true)), name => TextWidth.Fit(name, NameRoom - Indent, NameSize));
        AxisWidth = Math.Max(60, Width - Left - Math.Max(NamesAbove ? 30 : 58, right));
    }

    /// <summary>One layout for several pictures, so that their names and their times stand below each other.</summary>
    public static SvgLayout Shared(IReadOnlyList<Picture> pictures, SvgOptions options)
    {
        (Lane Lane, string End)[] drawn =
        [
            .. pictures.SelectMany(picture => Groups(picture, options)
                .Where(group => !group.IsFolded)
                .Select(group => (picture.Timeline.Lanes[group.First], picture.EndOf(picture.Timeline.Lanes[group.First])))),
        ];
        TimeSpan scale = pictures.Count == 0 ? TimeSpan.Zero : pictures.Max(picture => picture.Timeline.Scale);

        // Words such as "stands still" need room behind a lane that goes on to the end.
        double right = drawn.Select(one => one.End.Length == 0 ? 0 : TextWidth.Of(one.End, SmallSize) + 26).DefaultIfEmpty().Max();
        return new SvgLayout([.. drawn.Select(one => one.Lane)], options, scale, right);
    }

    /// <summary>The rows of a picture.</summary>
    public static IReadOnlyList<LaneGroup> Groups(Picture picture, SvgOptions options) =>
        LaneFolding.Fold(picture.Timeline.Lanes, options.MaxLanes, picture.Important);

    public double Width { get; }

    public bool NamesAbove { get; }

    public double RowHeight { get; }

    /// <summary>The time that the axis shows.</summary>
    public TimeSpan Scale => _scale;

    /// <summary>Where time begins.</summary>
    public double Left { get; }

    /// <summary>How wide the whole scale is.</summary>
    public double AxisWidth { get; }

    /// <summary>How much room a name has, its indentation included.</summary>
    public double NameRoom { get; }

    public static string PlaceOf(int line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");

    public static double IndentOf(Lane lane) => Math.Min(MostIndent, lane.Depth * Indent);

    /// <summary>The name as far as it fits.</summary>
    public string NameOf(Lane lane)
    {
        string name = DisplayText.Clean(lane.Name, unicode: true);
        double room = NameRoom - IndentOf(lane);
        int columns = DisplayText.WidthOf(name);
        string fitting = name;
        while (columns > 1 && TextWidth.Of(fitting, NameSize) > room)
        {
            columns = Math.Min(columns - 1, (int)(room / (NameSize * 0.4)));
            fitting = _names.Fit(name, Math.Max(1, columns), unicode: true);
        }

        return fitting;
    }

    public double X(TimeSpan time) => Left + (_scale > TimeSpan.Zero ? Math.Clamp(time / _scale, 0, 1) * AxisWidth : 0);

    public IEnumerable<(double X, string Label)> Ticks()
    {
        const double PixelsPerColumn = 8;
        var axis = new TimeAxis(_scale, Math.Max(2, (int)(AxisWidth / PixelsPerColumn)));
        return axis.Ticks().Select(tick => (X(tick.Time), $"{tick.Number} {(tick.Unit == "us" ? "µs" : tick.Unit)}"));
    }
}

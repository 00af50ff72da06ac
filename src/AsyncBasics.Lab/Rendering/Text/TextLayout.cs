using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>Shares the width of a terminal out between the lanes' names, the axis and the words beside the lanes.</summary>
/// <remarks>
/// The shares depend on the width more than on the content, so that the parts of a program, drawn one below the other, stand on the same
/// columns.
/// </remarks>
internal sealed class TextLayout
{
    private const int RoomForWords = 60;

    // So much of a tick's label may stand beyond the last column of the axis.
    private const int RoomForLastLabel = 2;

    private readonly TextTimelineOptions _options;
    private readonly int _names;
    private readonly int _indent;
    private readonly LaneNames _laneNames;

    public TextLayout(Timeline timeline, TextTimelineOptions options)
    {
        _options = options;
        bool isRoomy = options.Width >= RoomForWords;
        _indent = isRoomy ? 2 : 1;
        int longest = timeline.Lanes.Count == 0 ? 0 : timeline.Lanes.Max(lane => DisplayText.WidthOf(Indented(lane)));
        int most = Math.Max(1, options.Width * 3 / 10);
        _names = Math.Clamp(longest, Math.Min(isRoomy ? 16 : 0, most), most);

        _laneNames = new LaneNames(timeline.Lanes.Select(Indented), name => DisplayText.Fit(name, _names, options.Unicode));

        int places = timeline.Lanes.Max(lane => lane.Line) is { } line ? line.ToString(CultureInfo.InvariantCulture).Length + 3 : 0;
        PlaceColumn = _names + 1;
        Left = _names + places + 1;
        int words = isRoomy ? ((options.Width + 1) / 3) + 2 : RoomForLastLabel;
        Axis = TimeAxis.Within(timeline.Scale, Math.Max(1, options.Width - Left - words));
        WordsColumn = isRoomy ? Left + Axis.ColumnOf(timeline.IsOver ? timeline.Took : timeline.Scale) + 3 : null;
    }

    /// <summary>Where the lines of the source stand, if they are known.</summary>
    public int PlaceColumn { get; }

    /// <summary>The first column of the axis.</summary>
    public int Left { get; }

    public TimeAxis Axis { get; }

    /// <summary>Where the words begin; <see langword="null"/> where they have to find room behind the end of each lane.</summary>
    public int? WordsColumn { get; }

    /// <summary>The name, indented under its parent's, as far as it fits.</summary>
    public string NameOf(Lane lane) => _laneNames.Fit(Indented(lane), _names, _options.Unicode);

    /// <remarks>However deep it lies, half of the room is the name's.</remarks>
    private string Indented(Lane lane)
    {
        int indent = Math.Min(1 + (_indent * lane.Depth), Math.Max(0, _options.Width * 3 / 20));
        return new string(' ', indent) + DisplayText.Clean(lane.Name, _options.Unicode);
    }
}

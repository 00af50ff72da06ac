using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBasics.Lab;

/// <summary>What a run tells about places in the source.</summary>
internal sealed class RunFacts
{
    private static readonly TimeSpan s_longRun = TimeSpan.FromMilliseconds(10);

    private readonly ILookup<(string File, int Line, int Column), (int Lane, int Segment)> _segments;
    private readonly ILookup<(string File, int Line, int Column), int> _calls;

    public RunFacts(Report report, Timeline timeline)
    {
        Report = report;
        Timeline = timeline;
        _segments = Numbers(timeline.Lanes)
            .SelectMany(lane => Numbers(timeline.Lanes[lane].Segments), (lane, segment) => (Lane: lane, Segment: segment))
            .Where(one => PlaceOf(one.Lane, one.Segment) is not null)
            .ToLookup(one => Key(PlaceOf(one.Lane, one.Segment)!));
        _calls = Numbers(timeline.Lanes).Where(lane => Lanes[lane].CalledAt is not null).ToLookup(lane => Key(Lanes[lane].CalledAt!));
    }

    public Report Report { get; }

    public Timeline Timeline { get; }

    /// <summary>Where code on the loop went on for long.</summary>
    public IReadOnlyList<LongTurn> LongTurns { get; init; } = [];

    public IReadOnlyList<Lane> Lanes => Timeline.Lanes;

    /// <summary>The moment at which the program was over.</summary>
    public TimeSpan End => Timeline.Took;

    public Segment this[(int Lane, int Segment) number] => Lanes[number.Lane].Segments[number.Segment];

    /// <summary>What lanes did at a place that begins where <paramref name="node"/> does, in the order of their time.</summary>
    public IReadOnlyList<(int Lane, int Segment)> SegmentsAt(SyntaxNode node) =>
        [.. _segments[Key(node.SyntaxTree, node.Span)].OrderBy(number => this[number].Start)];

    /// <summary>Blocking calls whose place is not known, in lanes whose code is a function.</summary>
    public IEnumerable<(int Lane, int Segment)> BlocksIn(Function function) =>
        SegmentsIn(function).Where(one => this[one] is { Kind: SegmentKind.Blocked, Place: null });

    /// <summary>Computations that took their time on the real clock, in lanes whose code is a function.</summary>
    public IEnumerable<(int Lane, int Segment)> LongRunsIn(Function function) =>
        SegmentsIn(function).Where(one => this[one] is { Kind: SegmentKind.Running } run && run.Duration >= s_longRun);

    private IEnumerable<(int Lane, int Segment)> SegmentsIn(Function function)
    {
        FileLinePositionSpan span = function.Syntax.SyntaxTree.GetLineSpan(function.Syntax.Span);
        return Numbers(Lanes)
            .Where(lane => Lanes[lane].Line is { } line && line - 1 >= span.StartLinePosition.Line && line - 1 <= span.EndLinePosition.Line)
            .SelectMany(lane => Numbers(Lanes[lane].Segments), (lane, segment) => (Lane: lane, Segment: segment));
    }

    /// <summary>The lanes whose call <paramref name="node"/> is.</summary>
    public IEnumerable<int> LanesAt(SyntaxNode node)
    {
        LinePosition end = node.SyntaxTree.GetLineSpan(node.Span).EndLinePosition;
        return _calls[Key(node.SyntaxTree, node.Span)]
            .Where(lane => Lanes[lane].CalledAt is { } place && place.EndLine == end.Line + 1 && place.EndColumn == end.Character + 1);
    }

    /// <summary>The lanes that were called or made in a stretch of source, in the order of their time.</summary>
    public IReadOnlyList<int> LanesFrom(SyntaxNode node)
    {
        FileLinePositionSpan span = node.SyntaxTree.GetLineSpan(node.Span);
        return
        [
            .. _calls
                .Where(group => group.Key.File == span.Path && IsWithin(group.Key.Line, group.Key.Column, span))
                .SelectMany(group => group)
                .OrderBy(lane => Lanes[lane].Start)
                .ThenBy(lane => lane),
        ];
    }

    /// <summary>Whether a piece of source begins at a place.</summary>
    public static bool IsAt(SourcePlace? place, SyntaxNode node) => place is not null && Key(place) == Key(node.SyntaxTree, node.Span);

    /// <summary>The place of a segment; that of a call awaited in place is where the call stands.</summary>
    public SourcePlace? PlaceOf(int lane, int segment)
    {
        Segment one = Lanes[lane].Segments[segment];
        return one.Place ?? (one.Awaited is [var awaited] && Lanes[awaited].Parent == lane ? Lanes[awaited].CalledAt : null);
    }

    private static bool IsWithin(int line, int column, FileLinePositionSpan span)
    {
        var place = new LinePosition(line - 1, column - 1);
        return place >= span.StartLinePosition && place < span.EndLinePosition;
    }

    private static IEnumerable<int> Numbers<T>(IReadOnlyList<T> list) => Enumerable.Range(0, list.Count);

    private static (string File, int Line, int Column) Key(SourcePlace place) => (place.File, place.Line, place.Column);

    private static (string File, int Line, int Column) Key(SyntaxTree tree, TextSpan span)
    {
        LinePosition start = tree.GetLineSpan(span).StartLinePosition;
        return (tree.FilePath, start.Line + 1, start.Character + 1);
    }
}

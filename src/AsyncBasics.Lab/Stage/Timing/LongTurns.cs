namespace AsyncBasics.Lab;

/// <summary>Code on the loop that went on and on, while nothing happened that the trace would tell of.</summary>
/// <param name="Place">Where it was when it had become long.</param>
/// <param name="Steps">How many turns of loops and calls of methods it had.</param>
internal sealed record LongTurn(SourcePlace Place, long Steps);

/// <summary>Sees which code on the loop computes for long without giving up its turn.</summary>
/// <param name="stage">Where it runs.</param>
internal sealed class LongTurns(Stage stage)
{
    /// <summary>As many steps take some milliseconds at least, during which nobody else moves.</summary>
    public const int Long = 1_000_000;

    /// <summary>More tell nothing new.</summary>
    private const int MostTold = 100;

    private readonly List<LongTurn> _turns = [];
    private int _eventsBefore;
    private long _steps;

    /// <summary>Those of the run so far.</summary>
    public IReadOnlyList<LongTurn> All => _turns;

    /// <summary>Code on the loop has done so many steps more.</summary>
    public void Computed(int steps)
    {
        if (stage.Program is not { } program)
        {
            return;
        }

        int events = program.Recorder.Count;
        if (events != _eventsBefore)
        {
            _eventsBefore = events;
            _steps = 0;
        }

        bool wasLong = _steps >= Long;
        _steps += steps;
        if (wasLong && _turns.Count > 0)
        {
            _turns[^1] = _turns[^1] with { Steps = _steps };
        }
        else if (_steps >= Long && _turns.Count < MostTold && program.Place is { } place)
        {
            _turns.Add(new LongTurn(place, _steps));
        }
    }
}

namespace AsyncBasics.Lab;

/// <summary>Several things that have to have happened before something else does: when the last is known, so is the moment.</summary>
internal sealed class Join(TimeSpan earliest, Action<TimeSpan> then)
{
    private TimeSpan _time = earliest;
    private int _missing = 1;

    public void Add() => _missing++;

    public void Arrive(TimeSpan time)
    {
        _time = time > _time ? time : _time;
        Seal();
    }

    /// <summary>Called once when all are added; what was missing until then was only this.</summary>
    public void Seal()
    {
        if (--_missing == 0)
        {
            then(_time);
        }
    }
}

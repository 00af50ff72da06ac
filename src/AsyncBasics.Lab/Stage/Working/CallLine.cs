namespace AsyncBasics.Lab;

/// <summary>Blocked calls in the order in which they came.</summary>
internal sealed class CallLine
{
    private readonly Queue<BlockedCall> _calls = new();

    /// <summary>Whether somebody waits.</summary>
    public bool HasAny
    {
        get
        {
            while (_calls.TryPeek(out BlockedCall? call) && call.IsOver)
            {
                _calls.Dequeue();
            }

            return _calls.Count > 0;
        }
    }

    /// <summary>Blocks until it is the caller's turn.</summary>
    /// <returns>Whether it was; otherwise the time was up.</returns>
    public bool Wait(BlockedCall call, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        _calls.Enqueue(call);
        return Waits.Wait(Stage.Current, call, timeout, cancellationToken);
    }

    /// <summary>Lets the first one go on.</summary>
    /// <returns>Whether there was one.</returns>
    public bool ReleaseFirst() => HasAny && _calls.Dequeue().Release();

    /// <summary>Lets all go on that are there now.</summary>
    public void ReleaseAll()
    {
        for (int count = _calls.Count; count > 0; count--)
        {
            _calls.Dequeue().Release();
        }
    }
}

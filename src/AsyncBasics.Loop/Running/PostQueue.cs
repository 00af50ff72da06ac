namespace AsyncBasics;

/// <summary>The one door for other threads: what they post takes its turn after what is ready when it arrives.</summary>
internal sealed class PostQueue(Parker parker)
{
    private readonly Lock _lock = new();
    private List<ReadyItem> _incoming = [];
    private List<ReadyItem> _spare = [];
    private volatile bool _any;

    public bool HasAny => _any;

    public void Add(ReadyCallback callback, object argument)
    {
        lock (_lock)
        {
            _incoming.Add(new ReadyItem(callback, argument));
            _any = true;
        }

        parker.Unpark();
    }

    /// <summary>Called on the loop's thread: moves what has arrived into the ready queue.</summary>
    public void MoveTo(ReadyQueue ready)
    {
        if (!_any)
        {
            return;
        }

        List<ReadyItem> arrived;
        lock (_lock)
        {
            arrived = _incoming;
            _incoming = _spare;
            _any = false;
        }

        foreach (ReadyItem item in arrived)
        {
            ready.Enqueue(item.Target, item.Argument);
        }

        arrived.Clear();
        _spare = arrived;
    }
}

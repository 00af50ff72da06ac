using System.ComponentModel;

namespace AsyncBasics.Lab;

/// <summary>An async sequence that is read in a rewritten program.</summary>
/// <typeparam name="T">What it gives.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ProbedItems<T>
{
    private readonly int _site;
    private readonly IAsyncEnumerable<T> _items;
    private readonly CancellationToken _cancellationToken;

    private readonly bool _needsLoop;

    internal ProbedItems(int site, IAsyncEnumerable<T> items, bool needsLoop, CancellationToken cancellationToken)
    {
        _needsLoop = needsLoop;
        _site = site;
        _items = items;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Begins to read.</summary>
    public ProbedItemReader<T> GetAsyncEnumerator() => new(_site, _items.GetAsyncEnumerator(_cancellationToken), _needsLoop);
}

/// <summary>Reads an async sequence, item by item.</summary>
/// <typeparam name="T">What it gives.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ProbedItemReader<T>
{
    private readonly int _site;
    private readonly IAsyncEnumerator<T> _reader;

    private readonly bool _needsLoop;

    internal ProbedItemReader(int site, IAsyncEnumerator<T> reader, bool needsLoop)
    {
        _needsLoop = needsLoop;
        _site = site;
        _reader = reader;
    }

    /// <summary>The item.</summary>
    public T Current => _reader.Current;

    /// <summary>Asks for the next item.</summary>
    public ProbedValueTask<bool> MoveNextAsync()
    {
        ValueTask<bool> next = _reader.MoveNextAsync();
        object? source = next.IsCompleted ? null : ValueTaskSource<bool>.Of(ref next);
        return new ProbedValueTask<bool>(next, Probe.BeginItem(_site, source), _needsLoop);
    }

    /// <summary>Ends the reading.</summary>
    public ProbedValueTask DisposeAsync()
    {
        ValueTask end = _reader.DisposeAsync();
        object? source = end.IsCompleted ? null : ValueTaskSource.Of(ref end);
        return new ProbedValueTask(end, Probe.BeginItem(_site, source), _needsLoop);
    }
}

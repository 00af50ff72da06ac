using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.EventWaitHandle"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class EventWaitHandle(bool initialState, EventResetMode mode) : WaitHandle
{
    private bool _isSet = initialState;

    internal override bool IsSet => _isSet;

    public bool Set()
    {
        _isSet = true;
        LookAgain();
        return true;
    }

    public bool Reset()
    {
        _isSet = false;
        return true;
    }

    internal override void Take() => _isSet &= mode == EventResetMode.ManualReset;
}

/// <summary>Stands in for <see cref="System.Threading.ManualResetEvent"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ManualResetEvent(bool initialState) : EventWaitHandle(initialState, EventResetMode.ManualReset);

/// <summary>Stands in for <see cref="System.Threading.AutoResetEvent"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AutoResetEvent(bool initialState) : EventWaitHandle(initialState, EventResetMode.AutoReset);

/// <summary>Stands in for <see cref="System.Threading.Semaphore"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Semaphore(int initialCount, int maximumCount) : WaitHandle
{
    private int _count = initialCount;

    internal override bool IsSet => _count > 0;

    public int Release() => Release(1);

    public int Release(int releaseCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(releaseCount, 1);
        if (maximumCount - _count < releaseCount)
        {
            throw new SemaphoreFullException();
        }

        int before = _count;
        _count += releaseCount;
        LookAgain();
        return before;
    }

    internal override void Take() => _count--;
}

/// <summary>Stands in for <see cref="System.Threading.Mutex"/>; one with a name is no other than one without.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Mutex : WaitHandle
{
    private object? _owner;
    private int _count;

    public Mutex()
        : this(initiallyOwned: false)
    {
    }

    public Mutex(bool initiallyOwned)
    {
        if (initiallyOwned)
        {
            Take();
        }
    }

    public Mutex(bool initiallyOwned, string? name)
        : this(initiallyOwned)
    {
        _ = name;
    }

    public Mutex(bool initiallyOwned, string? name, out bool createdNew)
        : this(initiallyOwned, name) => createdNew = true;

    internal override bool IsSet => _owner is null || ReferenceEquals(_owner, Me);

    private static object Me => WorkLane.Here ?? (object)Stage.Current;

    public void ReleaseMutex()
    {
        if (!ReferenceEquals(_owner, Me))
        {
            throw new ApplicationException("Object synchronization method was called from an unsynchronized block of code.");
        }

        if (--_count == 0)
        {
            _owner = null;
            LookAgain();
        }
    }

    internal override void Take()
    {
        _owner = Me;
        _count++;
    }
}

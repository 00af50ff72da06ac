using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.Lock"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Lock
{
    private readonly MonitorState _state = new();

    public bool IsHeldByCurrentThread => _state.IsMine;

    public void Enter() => _state.Enter(Timeout.InfiniteTimeSpan);

    public bool TryEnter() => _state.Enter(TimeSpan.Zero);

    public bool TryEnter(int millisecondsTimeout) => TryEnter(Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)));

    public bool TryEnter(TimeSpan timeout)
    {
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        return _state.Enter(timeout);
    }

    public void Exit() => _state.Exit();

    public Scope EnterScope()
    {
        Enter();
        return new Scope(this);
    }

    /// <summary>Holds the lock until it is disposed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly ref struct Scope
    {
        private readonly Lock _lock;

        internal Scope(Lock theLock) => _lock = theLock;

        public void Dispose() => _lock.Exit();
    }
}

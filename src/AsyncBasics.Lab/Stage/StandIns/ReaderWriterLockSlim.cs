using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.ReaderWriterLockSlim"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class ReaderWriterLockSlim : IDisposable
{
    private readonly CallLine _line = new();
    private readonly Dictionary<object, int> _readers = new(ReferenceEqualityComparer.Instance);
    private object? _writer;
    private object? _upgradeable;
    private int _writes;
    private int _upgrades;

    public ReaderWriterLockSlim()
    {
    }

    public ReaderWriterLockSlim(LockRecursionPolicy recursionPolicy) => RecursionPolicy = recursionPolicy;

    public LockRecursionPolicy RecursionPolicy { get; }

    public int CurrentReadCount => _readers.Count;

    public bool IsReadLockHeld => _readers.ContainsKey(Me);

    public bool IsWriteLockHeld => ReferenceEquals(_writer, Me);

    public bool IsUpgradeableReadLockHeld => ReferenceEquals(_upgradeable, Me);

    private static object Me => WorkLane.Here ?? (object)Stage.Current;

    public void EnterReadLock() => TryEnterReadLock(Timeout.InfiniteTimeSpan);

    public bool TryEnterReadLock(int millisecondsTimeout) =>
        TryEnterReadLock(Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)));

    public bool TryEnterReadLock(TimeSpan timeout)
    {
        ThrowIfHeldAgain(IsReadLockHeld, "Recursive read lock acquisitions not allowed in this mode.");
        if (!WaitUntil(() => _writer is null || IsWriteLockHeld, timeout, "a lock for reading"))
        {
            return false;
        }

        _readers[Me] = _readers.GetValueOrDefault(Me) + 1;
        return true;
    }

    public void ExitReadLock()
    {
        ThrowUnless(IsReadLockHeld, "The read lock is being released without being held.");
        if (--_readers[Me] == 0)
        {
            _readers.Remove(Me);
        }

        _line.ReleaseAll();
    }

    public void EnterWriteLock() => TryEnterWriteLock(Timeout.InfiniteTimeSpan);

    public bool TryEnterWriteLock(int millisecondsTimeout) =>
        TryEnterWriteLock(Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)));

    public bool TryEnterWriteLock(TimeSpan timeout)
    {
        ThrowIfHeldAgain(IsWriteLockHeld, "Recursive write lock acquisitions not allowed in this mode.");
        if (!WaitUntil(CanWrite, timeout, "a lock for writing"))
        {
            return false;
        }

        _writer = Me;
        _writes++;
        return true;
    }

    public void ExitWriteLock()
    {
        ThrowUnless(IsWriteLockHeld, "The write lock is being released without being held.");
        if (--_writes == 0)
        {
            _writer = null;
        }

        _line.ReleaseAll();
    }

    public void EnterUpgradeableReadLock() => TryEnterUpgradeableReadLock(Timeout.InfiniteTimeSpan);

    public bool TryEnterUpgradeableReadLock(int millisecondsTimeout) =>
        TryEnterUpgradeableReadLock(Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)));

    public bool TryEnterUpgradeableReadLock(TimeSpan timeout)
    {
        ThrowIfHeldAgain(IsUpgradeableReadLockHeld, "Recursive upgradeable lock acquisitions not allowed in this mode.");
        if (!WaitUntil(() => (_writer is null || IsWriteLockHeld) && (_upgradeable is null || IsUpgradeableReadLockHeld), timeout, "a lock for reading"))
        {
            return false;
        }

        _upgradeable = Me;
        _upgrades++;
        return true;
    }

    public void ExitUpgradeableReadLock()
    {
        ThrowUnless(IsUpgradeableReadLockHeld, "The upgradeable lock is being released without being held.");
        if (--_upgrades == 0)
        {
            _upgradeable = null;
        }

        _line.ReleaseAll();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    private bool CanWrite() => (_writer is null || IsWriteLockHeld)
        && (_upgradeable is null || IsUpgradeableReadLockHeld)
        && _readers.Keys.All(static reader => ReferenceEquals(reader, Me));

    private bool WaitUntil(Func<bool> isFree, TimeSpan timeout, string what)
    {
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        Stage stage = Stage.Current;
        stage.ThrowIfEnding();
        TimeSpan? deadline = timeout >= TimeSpan.Zero ? stage.Now + timeout : null;
        while (!isFree())
        {
            TimeSpan left = deadline is { } end ? end - stage.Now : Timeout.InfiniteTimeSpan;
            if ((deadline is not null && left <= TimeSpan.Zero) || !_line.Wait(new BlockedCall(BlockingKind.Lock, what), left))
            {
                return false;
            }
        }

        return true;
    }

    private void ThrowIfHeldAgain(bool isHeld, string message)
    {
        if (isHeld && RecursionPolicy == LockRecursionPolicy.NoRecursion)
        {
            throw new LockRecursionException(message);
        }
    }

    private static void ThrowUnless(bool isHeld, string message)
    {
        if (!isHeld)
        {
            throw new SynchronizationLockException(message);
        }
    }
}

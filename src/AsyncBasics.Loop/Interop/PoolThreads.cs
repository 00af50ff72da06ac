using System.Diagnostics;

namespace AsyncBasics;

/// <summary>The threads of the pool that run work of one loop right now, and which of them only block.</summary>
internal sealed class PoolThreads
{
    /// <summary>How long a thread has to block until nobody waits for it: it may well wait for the loop.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add(Thread thread)
    {
        lock (_lock)
        {
            _entries.Add(new Entry(thread));
            Volatile.Write(ref _count, _entries.Count);
        }
    }

    /// <returns>How many are left.</returns>
    public int Remove(Thread thread)
    {
        lock (_lock)
        {
            _entries.RemoveAt(_entries.FindIndex(entry => ReferenceEquals(entry.Thread, thread)));
            Volatile.Write(ref _count, _entries.Count);
            return _entries.Count;
        }
    }

    /// <summary>How many they are, if every one of them blocks and has done so for a while, now or once before.</summary>
    public int? CountIfAllBlock()
    {
        if (Count == 0)
        {
            return 0;
        }

        lock (_lock)
        {
            bool all = true;
            foreach (Entry entry in _entries)
            {
                all &= entry.Blocks();
            }

            return all ? _entries.Count : null;
        }
    }

    private sealed class Entry(Thread thread)
    {
        private long? _since;
        private bool _isBlocker;

        public Thread Thread => thread;

        public bool Blocks()
        {
            if ((thread.ThreadState & System.Threading.ThreadState.WaitSleepJoin) == 0)
            {
                _since = null;
                return false;
            }

            _since ??= Stopwatch.GetTimestamp();
            _isBlocker |= Stopwatch.GetElapsedTime(_since.Value) >= s_patience;
            return _isBlocker;
        }
    }
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="Monitor"/>, and so for <c>lock</c>: whoever comes first has it first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Monitors
{
    private static readonly ConditionalWeakTable<object, MonitorState> s_states = [];

    /// <summary>What <c>lock (thing) { … }</c> becomes: <c>using (Monitors.Lock(thing)) { … }</c>.</summary>
    public static Held Lock(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (obj is Lock theLock)
        {
            theLock.Enter();
        }
        else
        {
            Enter(obj);
        }

        return new Held(obj);
    }

    public static void Enter(object obj) => StateOf(obj).Enter(Timeout.InfiniteTimeSpan);

    public static void Enter(object obj, ref bool lockTaken)
    {
        ThrowIfTaken(lockTaken);
        Enter(obj);
        lockTaken = true;
    }

    public static bool TryEnter(object obj) => StateOf(obj).Enter(TimeSpan.Zero);

    public static void TryEnter(object obj, ref bool lockTaken)
    {
        ThrowIfTaken(lockTaken);
        lockTaken = TryEnter(obj);
    }

    public static bool TryEnter(object obj, int millisecondsTimeout) =>
        TryEnter(obj, Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)));

    public static void TryEnter(object obj, int millisecondsTimeout, ref bool lockTaken)
    {
        ThrowIfTaken(lockTaken);
        lockTaken = TryEnter(obj, millisecondsTimeout);
    }

    public static bool TryEnter(object obj, TimeSpan timeout)
    {
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        return StateOf(obj).Enter(timeout);
    }

    public static void TryEnter(object obj, TimeSpan timeout, ref bool lockTaken)
    {
        ThrowIfTaken(lockTaken);
        lockTaken = TryEnter(obj, timeout);
    }

    public static void Exit(object obj) => StateOf(obj).Exit();

    public static bool IsEntered(object obj) => StateOf(obj).IsMine;

    public static bool Wait(object obj) => StateOf(obj).Wait(Timeout.InfiniteTimeSpan);

    public static bool Wait(object obj, int millisecondsTimeout) =>
        StateOf(obj).Wait(Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)));

    public static bool Wait(object obj, TimeSpan timeout)
    {
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        return StateOf(obj).Wait(timeout);
    }

    public static void Pulse(object obj) => StateOf(obj).Pulse();

    public static void PulseAll(object obj) => StateOf(obj).PulseAll();

    private static MonitorState StateOf(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return s_states.GetValue(obj, static _ => new MonitorState());
    }

    private static void ThrowIfTaken(bool lockTaken)
    {
        if (lockTaken)
        {
            throw new ArgumentException("Argument must be initialized to false", nameof(lockTaken));
        }
    }

    /// <summary>A lock that is held until this is disposed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SuppressMessage("Performance", "CA1815", Justification = "Nobody compares them.")]
    public readonly struct Held : IDisposable
    {
        private readonly object _thing;

        internal Held(object thing) => _thing = thing;

        public void Dispose()
        {
            if (_thing is Lock theLock)
            {
                theLock.Exit();
            }
            else
            {
                Exit(_thing);
            }
        }
    }
}

using System.Diagnostics;

namespace AsyncBasics;

/// <summary>
/// What tasks of one loop coordinate by: locks, events, conditions, semaphores, barriers, queues and channels. The order in
/// which those who wait go on is always the order in which they came.
/// </summary>
/// <remarks>
/// None of them is for threads: like everything of a loop they are used from the loop's thread only. One belongs to the first
/// loop on which somebody had to wait for it.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class LoopPrimitive
{
    private EventLoop? _loop;

    private protected LoopPrimitive()
    {
    }

    /// <summary>What reports call it, such as the one of a deadlock; none by default.</summary>
    public string? Name { get; init; }

    /// <summary>What kind of thing it is, in one lower-case word.</summary>
    private protected abstract string Kind { get; }

    /// <summary>How it stands, for a debugger or a log.</summary>
    private protected abstract string StateInWords { get; }

    /// <summary>What a task that stands in <paramref name="queue"/> waits for, in words.</summary>
    internal abstract string DescribeWait(WaiterQueue queue);

    /// <inheritdoc/>
    public override string ToString() =>
        $"<{char.ToUpperInvariant(Kind[0])}{Kind[1..]}{(Name is null ? string.Empty : $" '{Name}'")} [{StateInWords}]>";

    /// <summary>Makes this belong to <paramref name="loop"/> from now on.</summary>
    /// <exception cref="InvalidOperationException">It belongs to another.</exception>
    internal EventLoop BindTo(EventLoop loop)
    {
        _loop ??= loop;
        return ReferenceEquals(_loop, loop)
            ? loop
            : throw new InvalidOperationException($"{this} is bound to a different event loop.");
    }

    /// <summary>"a lock", or "lock 'sink'" when it has a name.</summary>
    private protected string InWords()
    {
        if (Name is not null)
        {
            return $"{Kind} '{Name}'";
        }

        return Kind[0] == 'e' ? $"an {Kind}" : $"a {Kind}";
    }

    /// <summary>", waiters:2", or nothing when nobody waits.</summary>
    private protected static string CountOf(WaiterQueue queue) => queue.Count == 0 ? string.Empty : $", waiters:{queue.Count}";
}

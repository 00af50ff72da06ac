using System.ComponentModel;
using System.Threading.Channels;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="Channel"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Channels
{
    public static Channel<T> CreateUnbounded<T>() => Unbounded(new QueuedItems<T>());

    public static Channel<T> CreateUnbounded<T>(UnboundedChannelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return CreateUnbounded<T>();
    }

    public static Channel<T> CreateUnboundedPrioritized<T>() => Unbounded(new PrioritizedItems<T>(comparer: null));

    public static Channel<T> CreateUnboundedPrioritized<T>(UnboundedPrioritizedChannelOptions<T> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Unbounded(new PrioritizedItems<T>(options.Comparer));
    }

    public static Channel<T> CreateBounded<T>(int capacity) => CreateBounded<T>(new BoundedChannelOptions(capacity), itemDropped: null);

    public static Channel<T> CreateBounded<T>(BoundedChannelOptions options) => CreateBounded<T>(options, itemDropped: null);

    public static Channel<T> CreateBounded<T>(BoundedChannelOptions options, Action<T>? itemDropped)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new StageChannel<T>(new QueuedItems<T>(), options.Capacity, options.FullMode, itemDropped);
    }

    private static StageChannel<T> Unbounded<T>(IChannelItems<T> items) => new(items, capacity: null, BoundedChannelFullMode.Wait, itemDropped: null);
}

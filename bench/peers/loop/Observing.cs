namespace AsyncBasics.Peers;

/// <summary>W9: the work of W3 while somebody watches. Sizes: tasks, yields of each.</summary>
internal static class Observing
{
    /// <summary>
    /// W9o: an observer that puts every event into a ring. The operations are events, so that the time for each is an upper
    /// bound of what one costs: the work that is watched is in it.
    /// </summary>
    public static Round IntoARing(int[] sizes)
    {
        var ring = new RingObserver();
        Round switches = Switching.Yields(sizes, new EventLoopOptions { Observer = ring });
        return switches.Check == switches.Ops && ring.Events > 3 * switches.Ops
            ? switches with { Ops = ring.Events, Check = ring.Events }
            : switches with { Check = -1 };
    }

    /// <summary>W9d: debug mode, per switch.</summary>
    public static Round InDebugMode(int[] sizes) => Switching.Yields(sizes, new EventLoopOptions { Debug = true });
}

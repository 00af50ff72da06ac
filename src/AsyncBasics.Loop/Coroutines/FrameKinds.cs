namespace AsyncBasics;

/// <summary>Numbers the kinds of frame: each coroutine method has one, by which a thread finds its pool without a look-up by type.</summary>
internal static class FrameKinds
{
    private static int s_last = -1;

    public static int Next() => Interlocked.Increment(ref s_last);
}

using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>Numbers the kinds of frame: each coroutine method has one, by which a thread finds its pool without a look-up by type.</summary>
internal static class FrameKinds
{
    private static int s_last = -1;

    public static int Next() => Interlocked.Increment(ref s_last);
}

/// <summary>The kind of the frames of a compiled coroutine method.</summary>
/// <typeparam name="TStateMachine">Its state machine, and nothing else: with a result's type it would have to be looked up at run time.</typeparam>
internal static class CompiledKind<TStateMachine>
    where TStateMachine : IAsyncStateMachine
{
    public static readonly int Number = FrameKinds.Next();
}

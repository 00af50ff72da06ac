namespace AsyncBasics.Conformance.Language;

internal abstract partial record Statement
{
    /// <summary>Holds a lock, semaphore or condition while the body runs.</summary>
    internal sealed record With(string Target, IReadOnlyList<Statement> Body) : Statement
    {
        internal override IReadOnlyList<IReadOnlyList<Statement>> Bodies => [Body];

        internal override Statement WithBodies(IReadOnlyList<IReadOnlyList<Statement>> bodies) =>
            this with { Body = bodies[0] };
    }

    internal sealed record Acquire(string Target) : Statement;

    internal sealed record Release(string Target) : Statement;

    internal sealed record Locked(string Target) : Statement;

    internal sealed record SetEvent(string Target) : Statement;

    internal sealed record ClearEvent(string Target) : Statement;

    internal sealed record WaitEvent(string Target) : Statement;

    internal sealed record WaitCondition(string Target) : Statement;

    /// <summary>Waits on a condition until a counter has reached a value.</summary>
    internal sealed record WaitUntil(string Target, string Counter, int Least) : Statement;

    /// <summary>Wakes so many of those who wait on a condition, or all.</summary>
    internal sealed record Notify(string Target, int? Count) : Statement;

    internal sealed record Add(string Counter, int By) : Statement;

    internal sealed record Put(string Target, int Value) : Statement;

    internal sealed record Get(string Target) : Statement;

    internal sealed record PutNow(string Target, int Value) : Statement;

    internal sealed record GetNow(string Target) : Statement;

    internal sealed record TaskDone(string Target) : Statement;

    internal sealed record JoinQueue(string Target) : Statement;

    /// <summary>Lets nothing more into a queue; immediately: nor anything more out.</summary>
    internal sealed record Shutdown(string Target, bool Immediate) : Statement;

    /// <summary>Looks at an event, a queue or a barrier.</summary>
    internal sealed record Look(string Target) : Statement;

    internal sealed record PassBarrier(string Target) : Statement;

    internal sealed record AbortBarrier(string Target) : Statement;

    internal sealed record ResetBarrier(string Target) : Statement;

    internal sealed record SetVariable(string Target, int Value) : Statement;

    internal sealed record GetVariable(string Target) : Statement;
}

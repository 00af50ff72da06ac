namespace AsyncBasics.Conformance.Language;

internal abstract partial record Statement
{
    internal sealed record Timeout(string Name, int? Ms, IReadOnlyList<Statement> Body) : Statement
    {
        internal override IReadOnlyList<IReadOnlyList<Statement>> Bodies => [Body];

        internal override Statement WithBodies(IReadOnlyList<IReadOnlyList<Statement>> bodies) =>
            this with { Body = bodies[0] };
    }

    /// <summary>Gives a timeout a new deadline, counted from now, or none.</summary>
    internal sealed record Reschedule(string Name, int? Ms) : Statement;

    internal sealed record WaitFor(int? Ms, Awaitable Awaited) : Statement
    {
        internal override IEnumerable<Awaitable.Coroutine> Starts => CoroutinesIn(Awaited);
    }

    internal sealed record Shield(Awaitable Awaited) : Statement
    {
        internal override IEnumerable<Awaitable.Coroutine> Starts => CoroutinesIn(Awaited);
    }

    internal sealed record Group(string Name, IReadOnlyList<Statement> Body) : Statement
    {
        internal override IReadOnlyList<IReadOnlyList<Statement>> Bodies => [Body];

        internal override Statement WithBodies(IReadOnlyList<IReadOnlyList<Statement>> bodies) =>
            this with { Body = bodies[0] };
    }

    internal sealed record CancelGroup(string Name) : Statement;

    internal sealed record Spawn(string Into, string Slot, int Run) : Statement
    {
        internal override IEnumerable<Awaitable.Coroutine> Starts => [new(Run, Slot)];
    }
}

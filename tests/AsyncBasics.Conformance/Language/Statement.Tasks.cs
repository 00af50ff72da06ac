namespace AsyncBasics.Conformance.Language;

internal abstract partial record Statement
{
    internal sealed record Sleep(int Ms) : Statement;

    internal sealed record Call(int Run) : Statement
    {
        internal override IEnumerable<Awaitable.Coroutine> Starts => [new(Run, "")];
    }

    /// <summary>Makes a task; whether its first step runs at once is the program's rule unless it says so itself.</summary>
    internal sealed record Create(string Slot, int Run, bool? Eager = null) : Statement
    {
        internal override IEnumerable<Awaitable.Coroutine> Starts => [new(Run, Slot)];
    }

    internal sealed record Join(string Target) : Statement;

    internal sealed record Cancel(string Target, string? Reason) : Statement;

    internal sealed record CancelAll(string? Reason) : Statement;

    internal sealed record Uncancel(string Target) : Statement;

    internal sealed record State(string Target) : Statement;

    /// <summary>How many tasks have not ended.</summary>
    internal sealed record CountTasks : Statement;

    internal sealed record Gather(IReadOnlyList<Awaitable> Parts, bool All) : Statement
    {
        internal override IEnumerable<Awaitable.Coroutine> Starts => Parts.SelectMany(CoroutinesIn);
    }

    /// <summary>Waits until all are done, the first is, or the first has failed.</summary>
    internal sealed record Wait(string Until, int? Ms, IReadOnlyList<string> Targets) : Statement;

    internal sealed record AsCompleted(int? Ms, IReadOnlyList<Awaitable> Parts) : Statement
    {
        internal override IEnumerable<Awaitable.Coroutine> Starts => Parts.SelectMany(CoroutinesIn);
    }

    /// <summary>Waits for every task that is not done.</summary>
    internal sealed record Settle : Statement;

    private static IEnumerable<Awaitable.Coroutine> CoroutinesIn(Awaitable awaitable) => awaitable switch
    {
        Awaitable.Coroutine coroutine => [coroutine],
        Awaitable.Gathering gathering => gathering.Parts.SelectMany(CoroutinesIn),
        _ => [],
    };
}

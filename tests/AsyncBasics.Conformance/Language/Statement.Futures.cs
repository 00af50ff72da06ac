using System.Text.Json.Serialization;

namespace AsyncBasics.Conformance.Language;

internal abstract partial record Statement
{
    internal sealed record Resolve(string Target, int Value) : Statement;

    internal sealed record Fail(string Target, string Text) : Statement;

    /// <summary>Calls back after some time; the statement called is one that does not wait.</summary>
    internal sealed record Later(string Name, int Ms, [property: JsonPropertyName("do")] Statement Act) : Statement
    {
        internal override IEnumerable<Awaitable.Coroutine> Starts => Act.Starts;
    }

    internal sealed record Soon(string Name, [property: JsonPropertyName("do")] Statement Act) : Statement
    {
        internal override IEnumerable<Awaitable.Coroutine> Starts => Act.Starts;
    }

    /// <summary>Takes back a callback of Later or Soon.</summary>
    internal sealed record Drop(string Name) : Statement;

    /// <summary>Calls back when the target has ended. The callback of a name is always the same one.</summary>
    internal sealed record OnDone(string Name, string Target, [property: JsonPropertyName("do")] Statement Act) : Statement
    {
        internal override IEnumerable<Awaitable.Coroutine> Starts => Act.Starts;
    }

    /// <summary>Takes a callback of OnDone back from a target, however often that has it.</summary>
    internal sealed record Undo(string Name, string Target) : Statement;
}

using System.Text.Json.Serialization;

namespace AsyncBasics.Conformance.Language;

internal abstract partial record Statement
{
    internal sealed record Log(string Text) : Statement;

    internal sealed record Raise(string Text) : Statement;

    internal sealed record Return(int Value) : Statement;

    internal sealed record Repeat(int Times, IReadOnlyList<Statement> Body) : Statement
    {
        internal override IReadOnlyList<IReadOnlyList<Statement>> Bodies => [Body];

        internal override Statement WithBodies(IReadOnlyList<IReadOnlyList<Statement>> bodies) =>
            this with { Body = bodies[0] };
    }

    /// <summary>The first handler whose kind fits catches; the last body runs in any case.</summary>
    internal sealed record Try(
        IReadOnlyList<Statement> Body,
        IReadOnlyList<Handler> Catches,
        [property: JsonPropertyName("finally")] IReadOnlyList<Statement> AtTheEnd) : Statement
    {
        internal override IReadOnlyList<IReadOnlyList<Statement>> Bodies =>
            [Body, .. Catches.Select(handler => handler.Body), AtTheEnd];

        internal override Statement WithBodies(IReadOnlyList<IReadOnlyList<Statement>> bodies) => new Try(
            bodies[0],
            [.. Catches.Select((handler, index) => handler with { Body = bodies[index + 1] })],
            bodies[^1]);
    }
}

/// <summary>A handler of a try statement.</summary>
/// <param name="Kind">cancelled, boom, timeout, group, error (all but cancellation) or all.</param>
/// <param name="Body">What is done about it.</param>
/// <param name="Rethrow">Whether the error goes on after the body.</param>
internal sealed record Handler(string Kind, IReadOnlyList<Statement> Body, bool Rethrow);

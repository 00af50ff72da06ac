using System.Text.Json.Serialization;

namespace AsyncBasics.Conformance.Language;

/// <summary>What a combinator can be given.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Named), "named")]
[JsonDerivedType(typeof(Coroutine), "coroutine")]
[JsonDerivedType(typeof(Gathering), "gathering")]
internal abstract record Awaitable
{
    /// <summary>The task in a slot, or a shared future.</summary>
    internal sealed record Named(string Name) : Awaitable
    {
        public override string ToString() => Name;
    }

    /// <summary>A call of a function. When the combinator makes a task of it, the task fills the slot.</summary>
    internal sealed record Coroutine(int Run, string Slot) : Awaitable
    {
        public override string ToString() => $"f{Run}:{Slot}";
    }

    /// <summary>A gather inside another combinator.</summary>
    internal sealed record Gathering(IReadOnlyList<Awaitable> Parts, bool All) : Awaitable
    {
        public override string ToString() => $"gather{(All ? "*" : "")}({string.Join(' ', Parts)})";
    }
}

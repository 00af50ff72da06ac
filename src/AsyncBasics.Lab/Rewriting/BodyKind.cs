using Microsoft.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>What a body is, for the probes.</summary>
internal enum BodyKind
{
    /// <summary>Code that gets no probes: attributes, expression trees.</summary>
    None,

    /// <summary>A method that is not async.</summary>
    Sync,

    /// <summary>An async method that returns a task, a value task, or something like it.</summary>
    Async,

    /// <summary>An async method that returns nothing.</summary>
    AsyncVoid,

    /// <summary>An async iterator.</summary>
    AsyncIterator,

    /// <summary>A coroutine of the loop, of which its observer tells.</summary>
    Coroutine,
}

/// <summary>Finds out what a body is.</summary>
internal static class BodyKinds
{
    public static BodyKind Of(IMethodSymbol method)
    {
        if (!method.IsAsync)
        {
            return BodyKind.Sync;
        }

        if (method.ReturnsVoid)
        {
            return BodyKind.AsyncVoid;
        }

        ITypeSymbol type = method.ReturnType.OriginalDefinition;
        return type.ContainingNamespace?.ToDisplayString() switch
        {
            "AsyncBasics" => BodyKind.Coroutine,
            "System.Collections.Generic" => BodyKind.AsyncIterator,
            _ => BodyKind.Async,
        };
    }
}

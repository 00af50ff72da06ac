using Microsoft.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>A piece of code that is run as a whole: a method, an accessor, a local function, a lambda, the top-level statements.</summary>
internal sealed class Function
{
    /// <summary>What the compiler knows it as; <see langword="null"/> for the initializer of a field.</summary>
    public required IMethodSymbol? Method { get; init; }

    /// <summary>Its declaration in the source.</summary>
    public required SyntaxNode Syntax { get; init; }

    /// <summary>What it does.</summary>
    public required IOperation Body { get; init; }

    /// <summary>The function in which it stands, if it is a local one or a lambda.</summary>
    public required Function? Outer { get; init; }

    /// <summary>The meaning of its syntax.</summary>
    public required SemanticModel Model { get; init; }

    /// <summary>All that it does itself, in the order of the source; what functions inside it do is theirs.</summary>
    public List<IOperation> Operations { get; } = [];

    /// <summary>Whether its body may await.</summary>
    public bool IsAsync => Method?.IsAsync ?? false;

    /// <summary>Whether it is a lambda or an anonymous method.</summary>
    public bool IsLambda => Method?.MethodKind == MethodKind.AnonymousFunction;

    /// <summary>Its name as a reader of the source would say it.</summary>
    public string Name => Method switch
    {
        null => "an initializer",
        { MethodKind: MethodKind.AnonymousFunction } => "a lambda",
        { Name: "<Main>$" } => "the program",
        { MethodKind: MethodKind.Constructor } constructor => $"new {constructor.ContainingType.Name}",
        { AssociatedSymbol: { } property } => property.Name,
        { } method => method.Name,
    };

    /// <summary>The function itself and those around it, from the inside out.</summary>
    public IEnumerable<Function> WithOuter()
    {
        for (Function? function = this; function is not null; function = function.Outer)
        {
            yield return function;
        }
    }
}

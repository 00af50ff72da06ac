using Microsoft.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>Which types stand for work that can be awaited: .NET's tasks and those of the loop.</summary>
internal sealed class TaskTypes
{
    private const string Tasks = "System.Threading.Tasks";
    private const string Loop = "AsyncBasics";

    private readonly HashSet<ISymbol> _sequences;

    public TaskTypes(Compilation compilation)
    {
        _sequences = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        if (compilation.GetTypeByMetadataName("System.Collections.Generic.IEnumerable`1") is { } sequence)
        {
            _sequences.Add(sequence);
        }
    }

    /// <summary>A <c>Task</c>, a <c>ValueTask</c>, a coroutine, or a future of any kind.</summary>
    public static bool IsTask(ITypeSymbol? type) => IsNativeTask(type) || IsCoroutine(type) || IsFuture(type);

    /// <summary>A <c>Task</c> or a <c>ValueTask</c>: the work has begun when one has it in hand.</summary>
    public static bool IsNativeTask(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name is "Task" or "ValueTask" && IsIn(type, Tasks))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A coroutine: the work has not begun when one has it in hand.</summary>
    public static bool IsCoroutine(ITypeSymbol? type) => type is { Name: "Coroutine" } && IsIn(type, Loop);

    /// <summary>A future of the loop, which includes its tasks.</summary>
    public static bool IsFuture(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "Future" && IsIn(type, Loop))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What awaiting it gives; <see langword="null"/> when that is nothing.</summary>
    public static ITypeSymbol? ResultOf(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is INamedTypeSymbol { TypeArguments: [var result] } && IsTask(type))
            {
                return result;
            }
        }

        return null;
    }

    /// <summary>What the elements are, when it is an array, a list or another sequence of tasks.</summary>
    public ITypeSymbol? TaskElementOf(ITypeSymbol? type)
    {
        ITypeSymbol? element = type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol named when _sequences.Contains(named.OriginalDefinition) => named.TypeArguments[0],
            _ => type?.AllInterfaces.FirstOrDefault(one => _sequences.Contains(one.OriginalDefinition))?.TypeArguments[0],
        };
        return IsTask(element) ? element : null;
    }

    /// <summary>Whether it is a sequence whose elements may be made anew each time that somebody goes through it.</summary>
    public bool IsPlainSequence(ITypeSymbol? type) => type is not null && _sequences.Contains(type.OriginalDefinition);

    private static bool IsIn(ITypeSymbol type, string space) => type.ContainingNamespace?.ToDisplayString() == space;
}

using Microsoft.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>What is known of types and methods that are not in the source.</summary>
internal static class KnownTypes
{
    private static readonly string[] s_oneAtATime =
    [
        "Connection", "Transaction", "Session", "Socket", "Stream", "Writer", "Reader", "DbContext", "UnitOfWork", "Account", "Semaphore", "Mutex",
        "Log", "Logger", "Journal", "Ledger", "File", "Cursor",
    ];

    private static readonly string[] s_readingNames =
    [
        "get_", "Contains", "TryGetValue", "IndexOf", "LastIndexOf", "ToString", "GetHashCode", "Equals", "CompareTo", "CopyTo", "ToArray", "ToList",
        "ToDictionary", "ToHashSet", "AsSpan", "AsMemory", "GetValueOrDefault", "Peek", "TryPeek", "BinarySearch", "Exists", "Find", "GetEnumerator",
        "GetAsyncEnumerator", "GetRange", "Slice", "AsReadOnly", "ConvertAll", "TrueForAll", "GetAwaiter", "ConfigureAwait", "GetType", "AsTask",
    ];

    private static readonly HashSet<string> s_harmless =
    [
        "System.Random", "System.Diagnostics.Stopwatch", "System.TimeProvider", "System.Threading.CancellationTokenSource", "System.Diagnostics.Debug",
        "System.Diagnostics.Trace", "System.Progress", "System.IProgress", "System.Threading.Interlocked", "System.Threading.Volatile",
        "System.Collections.Concurrent.ConcurrentDictionary", "System.Collections.Concurrent.ConcurrentBag", "System.GC", "System.Environment",
        "AsyncBasics.EventLoop", "AsyncBasics.Asyncio", "AsyncBasics.TaskGroup", "AsyncBasics.LoopTask", "AsyncBasics.Future",
        "System.Threading.Thread",
    ];

    /// <summary>Whether nothing about a value of this type can change, so that sharing it ties nobody to anybody.</summary>
    public static bool IsImmutable(ITypeSymbol? type) => type is null
        || type.TypeKind is TypeKind.Enum or TypeKind.Delegate or TypeKind.Pointer
        || type.SpecialType is not (SpecialType.None or SpecialType.System_Object or SpecialType.System_Array)
        || (type.IsValueType && type.IsReadOnly)
        || type.IsTupleType
        || TaskTypes.IsTask(type)
        || type.Name is "Uri" or "Type" or "Version" or "Guid" or "DateTime" or "DateTimeOffset" or "TimeSpan" or "CancellationToken" or "Exception"
        || type.Name.StartsWith("Immutable", StringComparison.Ordinal)
        || (type.IsRecord && type.GetMembers().OfType<IPropertySymbol>().All(property => property.SetMethod is null or { IsInitOnly: true }));

    /// <summary>Whether it is a thing that does one thing at a time, such as a connection: whatever two calls do with it, they do in order.</summary>
    public static bool IsOneAtATime(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum } && s_oneAtATime.Any(name => type.Name.EndsWith(name, StringComparison.Ordinal) || type.Name == name + "Slim");

    /// <summary>Whether calls of the type's methods leave nothing behind that another call could notice.</summary>
    public static bool IsHarmless(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (s_harmless.Contains($"{type.ContainingNamespace?.ToDisplayString()}.{type.Name}") || type.Name is "ILogger" or "Logger")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a method of a type that is not in the source only looks.</summary>
    public static bool OnlyReads(IMethodSymbol method) =>
        Array.Exists(s_readingNames, name => method.Name.StartsWith(name, StringComparison.Ordinal))
        || method.ContainingType is { Name: "Enumerable" or "MemoryExtensions" or "ParallelEnumerable" or "AsyncEnumerable" }
        || (method.ContainingType.Name == "HttpClient" && method.Name.StartsWith("Get", StringComparison.Ordinal));
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab;

/// <summary>Code of a library that awaits a task of the program's, without a probe and without its context.</summary>
internal static class LibraryContinuation
{
    private static readonly ConcurrentDictionary<Type, bool> s_isMethod = new();

    /// <summary>Whether such code goes on when <paramref name="task"/> ends.</summary>
    public static bool WaitsFor(Task task) => ContinuationOf(task) switch
    {
        null => false,
        List<object?> several => several.Exists(IsMethod),
        var one => IsMethod(one),
    };

    /// <summary>An async method that keeps a context, as the program's own do, is not registered itself.</summary>
    private static bool IsMethod(object? continuation) => continuation is not null
        && s_isMethod.GetOrAdd(continuation.GetType(), static type => Array.Exists(type.GetInterfaces(), one => one.Name == "IAsyncStateMachineBox"));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_continuationObject")]
    private static extern ref object? ContinuationOf(Task task);
}

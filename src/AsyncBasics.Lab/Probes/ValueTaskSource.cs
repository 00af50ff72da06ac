using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab;

/// <summary>What stands behind a value task: a task, a source, or nothing when it has its result already.</summary>
internal static class ValueTaskSource
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    private static extern ref object? Behind(ref ValueTask task);

    public static object? Of(ref ValueTask task) => Behind(ref task);
}

/// <inheritdoc cref="ValueTaskSource"/>
internal static class ValueTaskSource<T>
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    private static extern ref object? Behind(ref ValueTask<T> task);

    public static object? Of(ref ValueTask<T> task) => Behind(ref task);
}

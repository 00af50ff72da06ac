using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab;

/// <summary>What stands behind a value task: a task, a source, or nothing when it has its result already.</summary>
internal static class ValueTaskSource
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    private static extern ref object? Behind(ref ValueTask task);

    public static object? Of(ref ValueTask task) => Behind(ref task);

    /// <summary>The value task that was configured, with how it was.</summary>
    public static ValueTask Of(ref ConfiguredValueTaskAwaitable configured) => Inside(ref configured);

    public static bool KeepsContext(ref ConfiguredValueTaskAwaitable configured) => KeepsCapturedContext(ref Inside(ref configured));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_value")]
    private static extern ref ValueTask Inside(ref ConfiguredValueTaskAwaitable configured);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_continueOnCapturedContext")]
    private static extern ref bool KeepsCapturedContext(ref ValueTask task);
}

/// <inheritdoc cref="ValueTaskSource"/>
internal static class ValueTaskSource<T>
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    private static extern ref object? Behind(ref ValueTask<T> task);

    public static object? Of(ref ValueTask<T> task) => Behind(ref task);

    /// <inheritdoc cref="ValueTaskSource.Of(ref ConfiguredValueTaskAwaitable)"/>
    public static ValueTask<T> Of(ref ConfiguredValueTaskAwaitable<T> configured) => Inside(ref configured);

    public static bool KeepsContext(ref ConfiguredValueTaskAwaitable<T> configured) => KeepsCapturedContext(ref Inside(ref configured));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_value")]
    private static extern ref ValueTask<T> Inside(ref ConfiguredValueTaskAwaitable<T> configured);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_continueOnCapturedContext")]
    private static extern ref bool KeepsCapturedContext(ref ValueTask<T> task);
}

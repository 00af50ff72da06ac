using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab;

/// <summary>The task behind an awaiter. An awaiter that does not keep the context would tell of its end on the system's pool.</summary>
internal static class AwaitedTask
{
    public static Task Of(ref TaskAwaiter awaiter) => Behind(ref awaiter);

    public static Task Of(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter) => Behind(ref awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_task")]
    private static extern ref Task Behind(ref TaskAwaiter awaiter);

    public static ConfigureAwaitOptions OptionsOf(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter) => Options(ref awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_task")]
    private static extern ref Task Behind(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_options")]
    private static extern ref ConfigureAwaitOptions Options(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter);
}

/// <inheritdoc cref="AwaitedTask"/>
internal static class AwaitedTask<T>
{
    public static Task<T> Of(ref TaskAwaiter<T> awaiter) => Behind(ref awaiter);

    public static Task<T> Of(ref ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter awaiter) => Behind(ref awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_task")]
    private static extern ref Task<T> Behind(ref TaskAwaiter<T> awaiter);

    public static ConfigureAwaitOptions OptionsOf(ref ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter awaiter) => Options(ref awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_task")]
    private static extern ref Task<T> Behind(ref ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_options")]
    private static extern ref ConfigureAwaitOptions Options(ref ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter awaiter);
}

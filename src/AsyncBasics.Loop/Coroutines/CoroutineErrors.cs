namespace AsyncBasics;

/// <summary>What the two coroutine types say alike.</summary>
internal static class CoroutineErrors
{
    public static InvalidOperationException NoCoroutine() =>
        new("This is default(Coroutine), not a coroutine: a coroutine comes from calling an async method.");

    public static string Describe(LoopTask? frame, int version) => frame is null
        ? "<no coroutine>"
        : frame.Version != version ? "<coroutine, already awaited>"
        : $"<coroutine '{frame.CoroutineName}'{(frame.IsConsumed ? ", already awaited" : ", not awaited")}>";
}

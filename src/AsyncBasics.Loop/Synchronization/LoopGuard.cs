namespace AsyncBasics;

/// <summary>
/// A lock or semaphore that is held: disposing it releases, so that <c>using (await sink.Acquire())</c> holds it for exactly
/// one block (asyncio's <c>async with</c>).
/// </summary>
/// <remarks>It may be ignored, and <c>Release</c> called instead. Do one of the two, and once.</remarks>
public readonly record struct LoopGuard : IDisposable
{
    private readonly IAcquirable? _held;

    internal LoopGuard(IAcquirable held) => _held = held;

    /// <summary>Releases what is held.</summary>
    /// <exception cref="InvalidOperationException">It was released already.</exception>
    public void Dispose() => _held?.Release();

    /// <inheritdoc/>
    public override string ToString() => $"<Guard of {_held}>";
}

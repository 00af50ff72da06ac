using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// Whether the current thread's <see cref="ExecutionContext"/> is still the same: asked at the end of every step, and nearly always it is.
/// </summary>
/// <remarks>
/// <see cref="ExecutionContext.Capture"/> looks the thread up, which is a call on Linux and a sixth of what a switch between tasks takes. So this
/// remembers the thread and compares the field in which the runtime keeps the context. A runtime without that field is always told to
/// capture.
/// </remarks>
internal struct ContextWatch()
{
    private static readonly bool s_hasField = HasField();

    private readonly Thread _thread = Thread.CurrentThread;
    private ExecutionContext? _noted;

    /// <summary>Whether another context may be the current one than at the last <see cref="Note"/>.</summary>
    public readonly bool HasChanged => !s_hasField || !ReferenceEquals(Field(_thread), _noted);

    /// <summary>Called on the thread that made this.</summary>
    public void Note()
    {
        if (s_hasField)
        {
            _noted = Field(_thread);
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_executionContext")]
    private static extern ref ExecutionContext? Field(Thread thread);

    private static bool HasField()
    {
        try
        {
            _ = Field(Thread.CurrentThread);
            return true;
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }
}

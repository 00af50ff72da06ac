using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab;

/// <summary>
/// What the rewriter puts into a program calls these. They tell the recorder what happens and change nothing of it: values pass
/// through unchanged, and exceptions, too.
/// </summary>
/// <remarks>
/// The parts of this class: bodies (here) and what is awaited (<c>Probe.Awaits.cs</c>). Where no program runs, as on the thread of the
/// finalizers, a probe does nothing.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Probe
{
    private static readonly Span s_nobody = new(TraceEvent.Nobody, task: null, caller: null);

    /// <summary>Whether the code that calls is on a thread of the program's.</summary>
    public static bool IsHere => RunningProgram.Current is not null;

    /// <summary>The body of an async method begins.</summary>
    /// <param name="site">Where it is written.</param>
    /// <param name="argument">The argument that tells one call from another, if there is such a one.</param>
    public static Span Enter(int site, object? argument)
    {
        if (RunningProgram.Current is not { } program)
        {
            return s_nobody;
        }

        program.Check(site);

        if (!IsForNativeCode(SynchronizationContext.Current))
        {
            // Called by a coroutine. Its own context is back as soon as this method returns to it: the compiler's start of it sees to that.
            SynchronizationContext.SetSynchronizationContext(program.LoopContext);
        }

        string method = program.Sites[site].Name;
        return program.Recorder.BeginSpan(CallNames.Of(method, argument), method, site);
    }

    /// <summary>Whether it is that of the loop's or a worker's native code, or one that the program has made itself.</summary>
    private static bool IsForNativeCode(SynchronizationContext? context) => context is LoopContext or PoolContext
        || (context?.GetType().Assembly is { } home && home != typeof(EventLoop).Assembly && home != typeof(Probe).Assembly);

    /// <summary>An exception is about to leave the body. Always <see langword="false"/>: this is an exception filter.</summary>
    public static bool Fail(Span span, Exception error)
    {
        ArgumentNullException.ThrowIfNull(span);
        span.Error = error;
        return false;
    }

    /// <summary>An exception is about to be thrown.</summary>
    public static T Thrown<T>(int site, T error)
        where T : Exception
    {
        if (error is not null)
        {
            RunningProgram.Current?.Throws.TryAdd(error, (object)site);
        }

        return error!;
    }

    /// <summary>The body has ended.</summary>
    public static void Leave(Span span)
    {
        ArgumentNullException.ThrowIfNull(span);
        if (span.Subject != TraceEvent.Nobody && RunningProgram.Current is { } program)
        {
            program.Recorder.EndSpan(span);
            if (span.OwnTask is { } task && LibraryContinuation.WaitsFor(task))
            {
                // With a context, .NET would go on in the system's pool, and from there call the program where nobody follows it.
                SynchronizationContext.SetSynchronizationContext(null);
            }
        }
    }

    /// <summary>
    /// An exception has left an <c>async void</c> method, whom nobody can await: that ends the program, as it would its process.
    /// </summary>
    public static void Crash(Span span, Exception error)
    {
        ArgumentNullException.ThrowIfNull(span);
        span.Error = error;
        RunningProgram.Current?.Crash(error);
    }

    /// <summary>The body of any other method begins.</summary>
    public static void Sync(int site) => RunningProgram.Current?.Check(site);

    /// <summary>The body of a coroutine begins; that it does, the loop's observer has just told.</summary>
    /// <param name="site">Where it is written.</param>
    /// <param name="argument">The argument that tells one call from another, if there is such a one.</param>
    public static void Coroutine(int site, object? argument)
    {
        if (RunningProgram.Current is { } program)
        {
            program.Check(site);
            program.Recorder.Enter(site, CallNames.Of(program.Sites[site].Name, argument));
        }
    }

    /// <summary>Another round of a loop begins.</summary>
    public static void Tick(int site) => RunningProgram.Current?.Tick(site);

    /// <summary>The last argument of a call that the lab has put its own in place of: says where the call stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Last<T>(int site, T value)
        where T : allows ref struct
    {
        if (RunningProgram.Current is { } program)
        {
            program.Site = site;
        }

        return value;
    }
}

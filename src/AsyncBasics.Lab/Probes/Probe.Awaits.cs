using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab;

/// <content>Calls that return something to be awaited, and awaits.</content>
public static partial class Probe
{
    /// <summary>A call has returned a task, or something else that can be awaited.</summary>
    public static T Call<T>(int site, T value)
        where T : allows ref struct
    {
        if (RunningProgram.Current is { } program)
        {
            program.Site = site;
            Task? task = typeof(T).IsAssignableTo(typeof(Task)) ? Unsafe.As<T, Task?>(ref value) : null;
            program.Recorder.Tell(TraceEventKind.Called, program.Tasks.Called(task, program.Sites[site].Name), site);
        }

        return value;
    }

    /// <summary>A task is asked how it ended.</summary>
    public static T Look<T>(T task)
        where T : Task
    {
        if (task is not null && RunningProgram.Current is { } program && program.Tasks.Of(task) is { } known)
        {
            program.Tasks.Observe(task);
            if (known.Subject != TraceEvent.Nobody)
            {
                program.Recorder.Tell(TraceEventKind.Observes, known.Subject, TraceEvent.Nobody);
            }
        }

        return task!;
    }

    /// <summary>A coroutine awaits something; that it does, the loop's observer tells.</summary>
    public static T At<T>(int site, T value)
    {
        Begin(site, value as Task);
        return value;
    }

    /// <summary>A task is awaited.</summary>
    public static ProbedTask Await(int site, Task task) => Await(site, task, continueOnCapturedContext: true);

    /// <inheritdoc cref="Await(int, Task)"/>
    public static ProbedTask Await(int site, Task task, bool continueOnCapturedContext) =>
        new(task, ConfigureAwaitOptions.None, Begin(site, task), continueOnCapturedContext);

    /// <inheritdoc cref="Await(int, Task)"/>
    public static ProbedTask Await(int site, Task task, ConfigureAwaitOptions options) =>
        new(task, options, Begin(site, task), options.HasFlag(ConfigureAwaitOptions.ContinueOnCapturedContext));

    /// <inheritdoc cref="Await(int, Task)"/>
    public static ProbedTask<T> Await<T>(int site, Task<T> task) => Await(site, task, continueOnCapturedContext: true);

    /// <inheritdoc cref="Await(int, Task)"/>
    public static ProbedTask<T> Await<T>(int site, Task<T> task, bool continueOnCapturedContext) =>
        new(task, ConfigureAwaitOptions.None, Begin(site, task), continueOnCapturedContext);

    /// <inheritdoc cref="Await(int, Task)"/>
    public static ProbedTask<T> Await<T>(int site, Task<T> task, ConfigureAwaitOptions options) =>
        new(task, options, Begin(site, task), options.HasFlag(ConfigureAwaitOptions.ContinueOnCapturedContext));

    /// <inheritdoc cref="Await(int, Task)"/>
    public static ProbedValueTask Await(int site, ValueTask task) => Await(site, task, continueOnCapturedContext: true);

    /// <inheritdoc cref="Await(int, Task)"/>
    public static ProbedValueTask Await(int site, ValueTask task, bool continueOnCapturedContext) =>
        new(task, Begin(site, ValueTaskSource.Of(ref task)), continueOnCapturedContext);

    /// <inheritdoc cref="Await(int, Task)"/>
    public static ProbedValueTask<T> Await<T>(int site, ValueTask<T> task) => Await(site, task, continueOnCapturedContext: true);

    /// <inheritdoc cref="Await(int, Task)"/>
    public static ProbedValueTask<T> Await<T>(int site, ValueTask<T> task, bool continueOnCapturedContext) =>
        new(task, Begin(site, ValueTaskSource<T>.Of(ref task)), continueOnCapturedContext);

    /// <summary>A task is awaited that was configured somewhere else.</summary>
    public static ProbedTask Await(int site, ConfiguredTaskAwaitable configured)
    {
        ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter = configured.GetAwaiter();
        return Await(site, AwaitedTask.Of(ref awaiter), AwaitedTask.OptionsOf(ref awaiter));
    }

    /// <inheritdoc cref="Await(int, ConfiguredTaskAwaitable)"/>
    public static ProbedTask<T> Await<T>(int site, ConfiguredTaskAwaitable<T> configured)
    {
        ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter awaiter = configured.GetAwaiter();
        return Await(site, AwaitedTask<T>.Of(ref awaiter), AwaitedTask<T>.OptionsOf(ref awaiter));
    }

    /// <inheritdoc cref="Await(int, ConfiguredTaskAwaitable)"/>
    public static ProbedValueTask Await(int site, ConfiguredValueTaskAwaitable configured) =>
        Await(site, ValueTaskSource.Of(ref configured), ValueTaskSource.KeepsContext(ref configured));

    /// <inheritdoc cref="Await(int, ConfiguredTaskAwaitable)"/>
    public static ProbedValueTask<T> Await<T>(int site, ConfiguredValueTaskAwaitable<T> configured) =>
        Await(site, ValueTaskSource<T>.Of(ref configured), ValueTaskSource<T>.KeepsContext(ref configured));

    /// <inheritdoc cref="Await(int, Task)"/>
    public static ProbedYield Await(int site, YieldAwaitable yield)
    {
        _ = yield;
        return new ProbedYield(Begin(site, task: null));
    }

    /// <summary>Something is awaited in the way that the program itself has laid down.</summary>
    public static ProbedAwaiter<TAwaiter, TResult> AwaitOwnResult<TAwaiter, TResult>(
        int site, TAwaiter awaiter, Func<TAwaiter, bool> isCompleted, Func<TAwaiter, TResult> getResult)
        where TAwaiter : INotifyCompletion => new(awaiter, isCompleted, getResult, Begin(site, task: null));

    /// <inheritdoc cref="AwaitOwnResult"/>
    public static ProbedAwaiter<TAwaiter, object?> AwaitOwn<TAwaiter>(
        int site, TAwaiter awaiter, Func<TAwaiter, bool> isCompleted, Action<TAwaiter> getResult)
        where TAwaiter : INotifyCompletion => new(
            awaiter,
            isCompleted,
            one =>
            {
                getResult(one);
                return null;
            },
            Begin(site, task: null));

    /// <summary>The end of an <c>await using</c>.</summary>
    /// <param name="site">Where the keyword stands, as an await.</param>
    /// <param name="call">Where the keyword stands, as a call.</param>
    /// <param name="resource">What will be disposed of.</param>
    /// <param name="continueOnCapturedContext">Whether to go on where it was.</param>
    public static ProbedDisposal Disposal(int site, int call, IAsyncDisposable? resource, bool continueOnCapturedContext = true) =>
        new(site, call, resource, continueOnCapturedContext);

    private static Awaiting Begin(int site, object? task)
    {
        if (RunningProgram.Current is not { } program)
        {
            return default;
        }

        program.Check(site);
        int subject = program.Tasks.SubjectOf(task);
        TimeSpan deadline = program.Tasks.Of(task) is { Kind: KnownTaskKind.Timer } timer ? timer.Deadline : TimeSpan.Zero;
        program.Recorder.Tell(TraceEventKind.Awaits, subject, site, deadline);
        program.Tasks.Observe(task);
        return new Awaiting(site, subject, task);
    }
}

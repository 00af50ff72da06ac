namespace AsyncBasics.Lab.StandIns;

/// <content>Combining tasks.</content>
public static partial class Tasks
{
    public static Task WhenAll(IEnumerable<Task> tasks)
    {
        Task[] all = AllOf(tasks);
        return Combined(Task.WhenAll(OnTheLoop.All(all)), TaskFactKind.WhenAll, all);
    }

    public static Task WhenAll(params Task[] tasks) => WhenAll((IEnumerable<Task>)tasks);

    public static Task WhenAll(params ReadOnlySpan<Task> tasks) => WhenAll((IEnumerable<Task>)tasks.ToArray());

    public static Task<TResult[]> WhenAll<TResult>(IEnumerable<Task<TResult>> tasks)
    {
        Task<TResult>[] all = AllOf(tasks);
        return Combined(Task.WhenAll(OnTheLoop.All(all)), TaskFactKind.WhenAll, all);
    }

    public static Task<TResult[]> WhenAll<TResult>(params Task<TResult>[] tasks) => WhenAll((IEnumerable<Task<TResult>>)tasks);

    public static Task<TResult[]> WhenAll<TResult>(params ReadOnlySpan<Task<TResult>> tasks) =>
        WhenAll((IEnumerable<Task<TResult>>)tasks.ToArray());

    public static Task<Task> WhenAny(IEnumerable<Task> tasks)
    {
        Task[] all = AllOf(tasks);
        return Combined(OnTheLoop.First(all), TaskFactKind.WhenAny, all);
    }

    public static Task<Task> WhenAny(params Task[] tasks) => WhenAny((IEnumerable<Task>)tasks);

    public static Task<Task> WhenAny(params ReadOnlySpan<Task> tasks) => WhenAny((IEnumerable<Task>)tasks.ToArray());

    public static Task<Task> WhenAny(Task task1, Task task2) => WhenAny((IEnumerable<Task>)[task1, task2]);

    public static Task<Task<TResult>> WhenAny<TResult>(IEnumerable<Task<TResult>> tasks)
    {
        Task<TResult>[] all = AllOf(tasks);
        return Combined(OnTheLoop.First(all), TaskFactKind.WhenAny, all);
    }

    public static Task<Task<TResult>> WhenAny<TResult>(params Task<TResult>[] tasks) => WhenAny((IEnumerable<Task<TResult>>)tasks);

    public static Task<Task<TResult>> WhenAny<TResult>(params ReadOnlySpan<Task<TResult>> tasks) =>
        WhenAny((IEnumerable<Task<TResult>>)tasks.ToArray());

    public static Task<Task<TResult>> WhenAny<TResult>(Task<TResult> task1, Task<TResult> task2) =>
        WhenAny((IEnumerable<Task<TResult>>)[task1, task2]);

    public static IAsyncEnumerable<Task> WhenEach(IEnumerable<Task> tasks) => new TasksAsTheyEnd<Task>(AllOf(tasks));

    public static IAsyncEnumerable<Task> WhenEach(params Task[] tasks) => WhenEach((IEnumerable<Task>)tasks);

    public static IAsyncEnumerable<Task> WhenEach(params ReadOnlySpan<Task> tasks) => WhenEach((IEnumerable<Task>)tasks.ToArray());

    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(IEnumerable<Task<TResult>> tasks) =>
        new TasksAsTheyEnd<Task<TResult>>(AllOf(tasks));

    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(params Task<TResult>[] tasks) =>
        WhenEach((IEnumerable<Task<TResult>>)tasks);

    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(params ReadOnlySpan<Task<TResult>> tasks) =>
        WhenEach((IEnumerable<Task<TResult>>)tasks.ToArray());

    private static TTask[] AllOf<TTask>(IEnumerable<TTask> tasks)
        where TTask : Task
    {
        ArgumentNullException.ThrowIfNull(tasks);
        TTask[] all = [.. tasks];
        if (Array.Exists(all, static task => task is null))
        {
            throw new ArgumentException("The tasks argument included a null value.", nameof(tasks));
        }

        return all;
    }

    private static TTask Combined<TTask>(TTask combined, TaskFactKind kind, IReadOnlyList<Task> members)
        where TTask : Task
    {
        Stage.Current.Recorder.TaskMade(combined, new TaskFact(kind, Members: members));
        return combined;
    }
}

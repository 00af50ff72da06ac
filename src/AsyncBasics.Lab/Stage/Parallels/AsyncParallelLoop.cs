using System.Diagnostics.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>A loop whose turns are async; several workers of the pool take them in order.</summary>
/// <param name="options">How many workers, and until when.</param>
/// <param name="moveNext">Goes to the next item.</param>
/// <param name="current">The item.</param>
/// <param name="dispose">Is called when there is no more to do.</param>
/// <param name="body">A turn.</param>
[SuppressMessage("Design", "CA1001", Justification = "They are disposed of when the last worker has ended.")]
internal sealed class AsyncParallelLoop<T>(
    ParallelOptions options, Func<ValueTask<bool>> moveNext, Func<T> current, Func<ValueTask> dispose, Func<T, CancellationToken, ValueTask> body)
{
    private readonly TaskCompletionSource _ended = new();
    private readonly StandIns.SemaphoreSlim _source = new(1);
    private readonly List<Exception> _errors = [];
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(options.CancellationToken);
    private int _working;

    /// <summary>Lets the workers begin; the task ends when all have.</summary>
    public Task Run()
    {
        if (options.CancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(options.CancellationToken);
        }

        Stage stage = Stage.Current;
        _working = ParallelLoop.WorkersOf(options);
        for (int i = _working; i > 0; i--)
        {
            Worker worker = stage.NewWorker(WorkerKind.Parallel, "Parallel.ForEachAsync");
            worker.Task = _ended.Task;
            stage.QueueWork(() => stage.Perform(worker, () => { _ = Work(); }));
        }

        stage.Recorder.TaskMade(_ended.Task, new TaskFact(TaskFactKind.Work));
        return _ended.Task;
    }

    private async Task Work()
    {
        try
        {
            while (!_stop.IsCancellationRequested && await Next() is (true, var item))
            {
                await body(item!, _stop.Token);
            }
        }
        catch (Exception exception)
        {
            _errors.Add(exception);
            await StandIns.CancellationSources.CancelAsync(_stop);
        }

        if (--_working == 0)
        {
            await End();
        }
    }

    private async ValueTask<(bool HasItem, T? Item)> Next()
    {
        await _source.WaitAsync();
        try
        {
            return await moveNext() ? (true, current()) : (false, default);
        }
        finally
        {
            _source.Release();
        }
    }

    private async Task End()
    {
        await dispose();
        _stop.Dispose();
        _source.Dispose();
        if (options.CancellationToken.IsCancellationRequested && _errors.TrueForAll(error => error is OperationCanceledException))
        {
            _ended.TrySetCanceled(options.CancellationToken);
        }
        else if (_errors.Count > 0)
        {
            _ended.TrySetException(_errors);
        }
        else
        {
            _ended.TrySetResult();
        }
    }
}

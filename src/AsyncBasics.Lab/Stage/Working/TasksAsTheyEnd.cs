namespace AsyncBasics.Lab;

/// <summary>Tasks in the order in which they end: what <c>Task.WhenEach</c> gives, without going by way of the pool.</summary>
internal sealed class TasksAsTheyEnd<TTask>(TTask[] tasks) : IAsyncEnumerable<TTask>
    where TTask : Task
{
    public IAsyncEnumerator<TTask> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(tasks, cancellationToken);

    private sealed class Enumerator : IAsyncEnumerator<TTask>
    {
        private readonly Queue<TTask> _ended = new();
        private readonly CancellationToken _cancellation;
        private readonly HashSet<TTask> _pending;
        private TaskCompletionSource<bool>? _waiter;

        public Enumerator(TTask[] tasks, CancellationToken cancellation)
        {
            _cancellation = cancellation;
            _pending = [.. tasks];
            Stage stage = Stage.Current;
            foreach (TTask task in tasks.Distinct())
            {
                if (task.IsCompleted)
                {
                    Ended(task);
                }
                else
                {
                    Waits.WhenEnded(stage, task, () => Ended(task));
                }
            }
        }

        public TTask Current { get; private set; } = null!;

        public ValueTask<bool> MoveNextAsync()
        {
            if (_cancellation.IsCancellationRequested)
            {
                return ValueTask.FromCanceled<bool>(_cancellation);
            }

            if (_ended.TryDequeue(out TTask? task))
            {
                Current = task;
                return new ValueTask<bool>(true);
            }

            if (_pending.Count == 0)
            {
                return new ValueTask<bool>(false);
            }

            _waiter = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            CancellationTokenRegistration registration = _cancellation.UnsafeRegister(
                state => ((TaskCompletionSource<bool>)state!).TrySetCanceled(_cancellation), _waiter);
            Stage.Current.Recorder.TaskMade(_waiter.Task, new TaskFact(TaskFactKind.WhenAny, Members: [.. _pending]));
            _waiter.Task.ContinueWith(_ => registration.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, Stage.Current.Scheduler);
            return new ValueTask<bool>(_waiter.Task);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private void Ended(TTask task)
        {
            _pending.Remove(task);
            if (_waiter is { Task.IsCompleted: false } waiter)
            {
                _waiter = null;
                Current = task;
                waiter.TrySetResult(true);
            }
            else
            {
                _ended.Enqueue(task);
            }
        }
    }
}

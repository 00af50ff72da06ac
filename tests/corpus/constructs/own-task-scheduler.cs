// expect: none
// makespan: 0.3
// stdout: most at once: 2
// stdout: 6 done

var scheduler = new LimitedScheduler(2);
var factory = new TaskFactory(scheduler);
int running = 0, most = 0, done = 0;
Task[] tasks = [.. Enumerable.Range(0, 6).Select(_ => factory.StartNew(() =>
{
    int now = Interlocked.Increment(ref running);
    lock (scheduler)
    {
        most = Math.Max(most, now);
    }

    Thread.Sleep(100);
    Interlocked.Decrement(ref running);
    Interlocked.Increment(ref done);
}))];
await Task.WhenAll(tasks);
Console.WriteLine($"most at once: {most}");
Console.WriteLine($"{done} done");

class LimitedScheduler(int limit) : TaskScheduler
{
    private readonly LinkedList<Task> _queue = new();
    private int _workers;

    public override int MaximumConcurrencyLevel => limit;

    protected override void QueueTask(Task task)
    {
        lock (_queue)
        {
            _queue.AddLast(task);
            if (_workers < limit)
            {
                _workers++;
                ThreadPool.UnsafeQueueUserWorkItem(_ => Work(), null);
            }
        }
    }

    private void Work()
    {
        while (true)
        {
            Task next;
            lock (_queue)
            {
                if (_queue.Count == 0)
                {
                    _workers--;
                    return;
                }

                next = _queue.First!.Value;
                _queue.RemoveFirst();
            }

            TryExecuteTask(next);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_queue)
        {
            return [.. _queue];
        }
    }
}

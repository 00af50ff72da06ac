// expect: none
// makespan: 0
// stdout: a
// stdout: b

var queue = new WorkQueue();
queue.Add(new Task(() => Console.WriteLine("a")));
queue.Add(new Task(() => Console.WriteLine("b")));
queue.RunAll();
await Task.CompletedTask;

class WorkQueue
{
    private readonly Queue<Task> _tasks = [];

    public void Add(Task task) => _tasks.Enqueue(task);

    public void RunAll()
    {
        while (_tasks.TryDequeue(out Task? task))
        {
            task.RunSynchronously();
        }
    }
}

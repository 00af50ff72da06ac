// expect: none
// makespan: 0.031
// stdout: begin: True
// stdout: delay: True
// stdout: yield: True
// stdout: worker: False
// stdout: run: True
// stdout: in sub: True
// stdout: sub: True
// stdout: false: False
// stdout: 4

using System.Collections.Concurrent;

var context = new PumpContext();
SynchronizationContext.SetSynchronizationContext(context);
Task task = Main2();
_ = task.ContinueWith(_ => context.Complete(), TaskScheduler.Default);
context.Run();
Console.WriteLine(context.Posts);

async Task Main2()
{
    Tell("begin");
    await Task.Delay(20);
    Tell("delay");
    await Task.Yield();
    Tell("yield");
    await Task.Run(() => Tell("worker"));
    Tell("run");
    await Sub();
    Tell("sub");
    await Task.Delay(5).ConfigureAwait(false);
    Tell("false");
}

async Task Sub()
{
    await Task.WhenAll(Task.Delay(5), Task.Delay(6));
    Tell("in sub");
}

void Tell(string what) => Console.WriteLine($"{what}: {SynchronizationContext.Current is PumpContext}");

sealed class PumpContext : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback, object?)> _queue = new();

    public int Posts;

    public override void Post(SendOrPostCallback d, object? state)
    {
        Posts++;
        _queue.Add((d, state));
    }

    public void Run()
    {
        foreach ((SendOrPostCallback callback, object? state) in _queue.GetConsumingEnumerable())
        {
            callback(state);
        }
    }

    public void Complete() => _queue.CompleteAdding();
}

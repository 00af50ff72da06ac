// expect: none
// makespan: 0.3
// stdout: ping 1
// stdout: ping 2
// stdout: ping 3

using System.Threading.Tasks.Sources;

var signal = new ReusableSignal();
Task sender = SendAsync();
for (int i = 0; i < 3; i++)
{
    Console.WriteLine($"ping {await signal.NextAsync()}");
}

await sender;

async Task SendAsync()
{
    for (int i = 1; i <= 3; i++)
    {
        await Task.Delay(100);
        signal.Set(i);
    }
}

sealed class ReusableSignal : IValueTaskSource<int>
{
    private ManualResetValueTaskSourceCore<int> _core = new() { RunContinuationsAsynchronously = true };

    public ValueTask<int> NextAsync()
    {
        _core.Reset();
        return new ValueTask<int>(this, _core.Version);
    }

    public void Set(int value) => _core.SetResult(value);

    int IValueTaskSource<int>.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}

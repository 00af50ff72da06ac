// expect: none
// makespan: 0.6
// stdout: 42
// stdout: done

using System.Runtime.CompilerServices;

await new Pause(200);
Console.WriteLine(await new Answer());
await TimeSpan.FromMilliseconds(300);
Console.WriteLine("done");

class Pause(int milliseconds)
{
    public TaskAwaiter GetAwaiter() => Task.Delay(milliseconds).GetAwaiter();
}

class Answer
{
    public Waiter GetAwaiter() => new();

    public struct Waiter : INotifyCompletion
    {
        private int _asked;

        public bool IsCompleted => _asked++ > 0;

        public readonly int GetResult() => 42;

        public readonly void OnCompleted(Action continuation) => Task.Delay(100).ContinueWith(_ => continuation());
    }
}

static class TimeSpanAwaiting
{
    public static TaskAwaiter GetAwaiter(this TimeSpan pause) => Task.Delay(pause).GetAwaiter();
}

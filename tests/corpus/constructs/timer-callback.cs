// expect: none
// makespan: 3
// stdout: beat
// stdout: beat
// stdout: beat

var third = new TaskCompletionSource();
int beats = 0;
using var timer = new Timer(
    _ =>
    {
        Console.WriteLine("beat");
        if (++beats == 3)
        {
            third.TrySetResult();
        }
    },
    null,
    TimeSpan.FromSeconds(1),
    TimeSpan.FromSeconds(1));
await third.Task;

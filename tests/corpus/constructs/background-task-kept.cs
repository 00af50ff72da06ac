// expect: none
// makespan: 3
// stdout: beat
// stdout: beat
// stdout: work done
// stdout: stopped

using var stop = new CancellationTokenSource();
Task heart = Beat(stop.Token);
await Task.Delay(2500);
Console.WriteLine("work done");
await Task.Delay(500);
stop.Cancel();
await heart;
Console.WriteLine("stopped");

async Task Beat(CancellationToken cancel)
{
    try
    {
        for (int beat = 0; beat < 2; beat++)
        {
            await Task.Delay(1000, cancel);
            Console.WriteLine("beat");
        }

        await Task.Delay(Timeout.Infinite, cancel);
    }
    catch (OperationCanceledException)
    {
    }
}

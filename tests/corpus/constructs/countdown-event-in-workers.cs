// expect: none
// makespan: 2
// stdout: all there

using var countdown = new CountdownEvent(2);
Task first = Task.Run(() => Arrive(1));
Task second = Task.Run(() => Arrive(2));
await Task.Run(() => countdown.Wait());
Console.WriteLine("all there");
await Task.WhenAll(first, second);

void Arrive(int seconds)
{
    Thread.Sleep(TimeSpan.FromSeconds(seconds));
    countdown.Signal();
}

// expect: none
// makespan: 1
// stdout: handled 1
// stdout: handled 2

var bus = new Bus();
bus.Handlers += async number =>
{
    await Task.Delay(1000);
    Console.WriteLine($"handled {number}");
};
await Task.WhenAll(bus.Publish(1), bus.Publish(2));

sealed class Bus
{
    public event Func<int, Task>? Handlers;

    public Task Publish(int number) => Handlers?.Invoke(number) ?? Task.CompletedTask;
}

// expect: none
// makespan: 4
// stdout: got 1
// stdout: got 2
// stdout: got 3
// stdout: end

using System.Threading.Channels;

Channel<int> channel = Channel.CreateUnbounded<int>();
Task producer = Produce();
await foreach (int item in channel.Reader.ReadAllAsync())
{
    await Task.Delay(1000);
    Console.WriteLine($"got {item}");
}

await producer;
Console.WriteLine("end");

async Task Produce()
{
    for (int item = 1; item <= 3; item++)
    {
        await Task.Delay(1000);
        await channel.Writer.WriteAsync(item);
    }

    channel.Writer.Complete();
}

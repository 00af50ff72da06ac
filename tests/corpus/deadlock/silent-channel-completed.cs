// expect: none
// makespan: 3

using System.Threading.Channels;

var channel = Channel.CreateUnbounded<int>();
Task producer = ProduceAsync(channel.Writer);
await foreach (int item in channel.Reader.ReadAllAsync())
{
    Console.WriteLine(item);
}

await producer;

static async Task ProduceAsync(ChannelWriter<int> writer)
{
    for (int i = 1; i <= 3; i++)
    {
        await Task.Delay(1000);
        await writer.WriteAsync(i);
    }

    writer.Complete();
}

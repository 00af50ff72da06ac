using System.Threading.Channels;

Channel<int> channel = Channel.CreateBounded<int>(2);
Task producer = Produce(channel.Writer);
await foreach (int number in channel.Reader.ReadAllAsync())
{
    await Task.Delay(100);
    Console.WriteLine($"read {number}");
}

await producer;

static async Task Produce(ChannelWriter<int> writer)
{
    for (int number = 1; number <= 5; number++)
    {
        await writer.WriteAsync(number);
    }

    writer.Complete();
}

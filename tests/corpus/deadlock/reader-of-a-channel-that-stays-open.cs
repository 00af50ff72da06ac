// expect: deadlock 8
// outcome: deadlock

using System.Threading.Channels;

var channel = Channel.CreateUnbounded<string>();
Task writer = WriteAsync(channel.Writer);
await foreach (string line in channel.Reader.ReadAllAsync())
{
    Console.WriteLine(line);
}

await writer;

static async Task WriteAsync(ChannelWriter<string> writer)
{
    await writer.WriteAsync("one");
    await Task.Delay(1000);
    await writer.WriteAsync("two");
}

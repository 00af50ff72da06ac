// expect: none

using System.Threading.Channels;

Channel<string> lines = Channel.CreateBounded<string>(new BoundedChannelOptions(3) { FullMode = BoundedChannelFullMode.Wait });
Task writer = WriteAsync(lines.Reader);
await Task.WhenAll(ProduceAsync("web", 3, lines.Writer), ProduceAsync("db", 2, lines.Writer));
lines.Writer.Complete();
await writer;

static async Task ProduceAsync(string source, int count, ChannelWriter<string> to)
{
    for (int i = 1; i <= count; i++)
    {
        await Task.Delay(source.Length * 10);
        await to.WriteAsync($"{source} {i}");
    }
}

static async Task WriteAsync(ChannelReader<string> from)
{
    int count = 0;
    await foreach (string line in from.ReadAllAsync())
    {
        await Task.Delay(20);
        count++;
        Console.WriteLine(line);
    }

    Console.WriteLine($"{count} lines");
}

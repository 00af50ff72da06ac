// expect: none
// makespan: 2
// stdout: slow text

using StreamReader reader = new(new SlowStream("slow text"));
Console.WriteLine(await reader.ReadLineAsync());

class SlowStream(string text) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken token = default)
    {
        await Task.Delay(1000, token);
        return Read(buffer.Span);
    }
}

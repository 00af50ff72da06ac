// expect: none
// makespan: 1
// stdout: hello

using var stream = new MemoryStream();
await using (var writer = new StreamWriter(stream, leaveOpen: true))
{
    await writer.WriteAsync("hello");
    await writer.FlushAsync();
}

await Task.Delay(1000);
stream.Position = 0;
using var reader = new StreamReader(stream);
Console.WriteLine(await reader.ReadToEndAsync());

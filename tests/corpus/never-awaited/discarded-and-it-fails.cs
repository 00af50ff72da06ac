// expect: never-awaited 4
// makespan: 2

_ = Upload("photo.png");
await Task.Delay(TimeSpan.FromSeconds(2));
Console.WriteLine("Done, or so it seems");

static async Task Upload(string file)
{
    await Task.Delay(TimeSpan.FromSeconds(1));
    throw new IOException($"The server refused {file}.");
}

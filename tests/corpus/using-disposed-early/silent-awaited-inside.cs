// expect: none
// makespan: 1

Console.WriteLine(await ReadAsync());

static async Task<string> ReadAsync()
{
    using var room = new Archive();
    return await room.FindAsync("map");
}

sealed class Archive : IDisposable
{
    public async Task<string> FindAsync(string what)
    {
        await Task.Delay(1000);
        return $"{what} found";
    }

    public void Dispose() => Console.WriteLine("closed");
}

// expect: using-disposed-early 9
// outcome: failed

Console.WriteLine(await ReadAsync());

static Task<string> ReadAsync()
{
    using var room = new Archive();
    return room.FindAsync("map");
}

sealed class Archive : IDisposable
{
    private bool _closed;

    public async Task<string> FindAsync(string what)
    {
        await Task.Delay(1000);
        ObjectDisposedException.ThrowIf(_closed, this);
        return $"{what} found";
    }

    public void Dispose() => _closed = true;
}

Console.WriteLine(await Load());

async Task<string> Load()
{
    using var connection = new Connection();
    return await connection.Read();
}

sealed class Connection : IDisposable
{
    private bool _closed;

    public async Task<string> Read()
    {
        await Task.Delay(1000);
        ObjectDisposedException.ThrowIf(_closed, this);
        return "data";
    }

    public void Dispose() => _closed = true;
}

// expect: using-disposed-early 9
// outcome: failed

Console.WriteLine(await CountAsync("users"));

static Task<int> CountAsync(string table)
{
    using var connection = new Connection();
    return connection.ScalarAsync($"select count(*) from {table}");
}

class Connection : IDisposable
{
    private bool _isClosed;

    public async Task<int> ScalarAsync(string sql)
    {
        await Task.Delay(100);
        return _isClosed ? throw new ObjectDisposedException(nameof(Connection)) : sql.Length;
    }

    public void Dispose() => _isClosed = true;
}

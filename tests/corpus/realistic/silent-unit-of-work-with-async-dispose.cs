// expect: none

await using (var work = await UnitOfWork.BeginAsync("orders"))
{
    await work.ExecuteAsync("insert 1");
    await work.ExecuteAsync("insert 2");
    await work.CommitAsync();
}

await using var second = await UnitOfWork.BeginAsync("stock");
await second.ExecuteAsync("update 3");

class UnitOfWork : IAsyncDisposable
{
    private readonly string _name;
    private bool _isCommitted;

    private UnitOfWork(string name) => _name = name;

    public static async Task<UnitOfWork> BeginAsync(string name)
    {
        await Task.Delay(20);
        Console.WriteLine($"begin {name}");
        return new UnitOfWork(name);
    }

    public async Task ExecuteAsync(string command)
    {
        await Task.Delay(30);
        Console.WriteLine($"{_name}: {command}");
    }

    public async Task CommitAsync()
    {
        await Task.Delay(40);
        _isCommitted = true;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.Delay(10);
        Console.WriteLine(_isCommitted ? $"{_name} kept" : $"{_name} rolled back");
    }
}

// expect: none
// makespan: 2
// stdout: opened
// stdout: used
// stdout: closed

await using Connection connection = await Connection.Open();
Console.WriteLine("used");

sealed class Connection : IAsyncDisposable
{
    public static async Task<Connection> Open()
    {
        await Task.Delay(1000);
        Console.WriteLine("opened");
        return new Connection();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.Delay(1000);
        Console.WriteLine("closed");
    }
}

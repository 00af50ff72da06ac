// expect: await-right-after-create 16
// expect: blocking-call 30

var board = new Dashboard();
await board.RefreshAsync();
Console.WriteLine(board);

class Dashboard
{
    private int _visits;
    private int _errors;

    public async Task RefreshAsync()
    {
        Task<int> visits = CountAsync("visits", 600);
        _visits = await visits;
        Task<int> errors = CountAsync("errors", 400);
        _errors = await errors;
        Render();
    }

    public override string ToString() => $"{_visits} visits, {_errors} errors";

    private static async Task<int> CountAsync(string what, int milliseconds)
    {
        await Task.Delay(milliseconds);
        return what.Length * 100;
    }

    private static void Render() => Thread.Sleep(50);
}

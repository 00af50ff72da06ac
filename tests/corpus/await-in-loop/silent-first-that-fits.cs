// expect: none
// makespan: 2
// needed: 2

string? winner = null;
foreach (string server in new[] { "red", "green", "blue" })
{
    if (await IsFreeAsync(server))
    {
        winner = server;
        break;
    }
}

Console.WriteLine(winner);

static async Task<bool> IsFreeAsync(string server)
{
    await Task.Delay(1000);
    return server.Length > 3;
}

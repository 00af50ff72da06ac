// expect: none
// makespan: 3
// needed: 3

string? cursor = "start";
var pages = 0;
for (int page = 0; page < 3; page++)
{
    cursor = await NextPageAsync(cursor);
    pages++;
}

Console.WriteLine($"{pages} pages, then {cursor}");

static async Task<string> NextPageAsync(string? cursor)
{
    await Task.Delay(1000);
    return cursor + "+";
}

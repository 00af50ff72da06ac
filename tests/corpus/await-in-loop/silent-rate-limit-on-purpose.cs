// expect: none
// makespan: 6
// needed: 6

foreach (string query in new[] { "cats", "dogs", "fish" })
{
    Console.WriteLine(await SearchAsync(query));
    await Task.Delay(1000);
}

static async Task<string> SearchAsync(string query)
{
    await Task.Delay(1000);
    return $"{query}: {query.Length * 100} hits";
}

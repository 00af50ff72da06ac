// expect: nested-task 4
// makespan: 1

await FetchAsync().ContinueWith(async fetched =>
{
    await Task.Delay(2000);
    Console.WriteLine(await fetched);
});
Console.WriteLine("shown?");

static async Task<string> FetchAsync()
{
    await Task.Delay(1000);
    return "page";
}

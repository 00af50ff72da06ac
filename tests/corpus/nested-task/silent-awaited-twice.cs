// expect: none
// makespan: 1

Task<Task<string>> outer = ChooseAsync();
Console.WriteLine(await await outer);

static async Task<Task<string>> ChooseAsync()
{
    await Task.Yield();
    return NameAsync();
}

static async Task<string> NameAsync()
{
    await Task.Delay(1000);
    return "Ada";
}

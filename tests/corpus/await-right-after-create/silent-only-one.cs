// expect: none
// makespan: 2

Task<string> greeting = GreetAsync("world");
Console.WriteLine("Waiting");
Console.WriteLine(await greeting);

static async Task<string> GreetAsync(string name)
{
    await Task.Delay(2000);
    return $"Hello, {name}";
}

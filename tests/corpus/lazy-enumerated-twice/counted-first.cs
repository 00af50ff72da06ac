// expect: lazy-enumerated-twice 7
// makespan: 2

var names = new List<string> { "Ada", "Ben" };
IEnumerable<Task> greetings = from name in names select GreetAsync(name);
Console.WriteLine($"{greetings.Count()} greetings");
await Task.WhenAll(greetings);

static async Task GreetAsync(string name)
{
    await Task.Delay(2000);
    Console.WriteLine($"Hello, {name}");
}

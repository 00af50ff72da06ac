// expect: none
// makespan: 3

string[] table = await Task.WhenAll(
    Guarded("rice", Heat("rice", 3)),
    Guarded("beans", Heat("beans", 1)),
    Guarded("salad", Heat("salad", 2)));

Console.WriteLine($"On the table: {string.Join(", ", table)}");

// Looks at how the task has ended, and says so.
static async Task<string> Guarded(string name, Task heating)
{
    await Task.WhenAny(heating);
    return heating.Exception is null ? name : $"no {name}";
}

// Leave this as it is: beans burn.
static async Task Heat(string dish, double seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    if (dish == "beans")
    {
        throw new InvalidOperationException($"the {dish} are burnt");
    }
}

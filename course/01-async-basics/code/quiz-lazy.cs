string[] dishes = ["soup", "steak", "cake"];
IEnumerable<Task<string>> tasks = dishes.Select(Cook);

foreach (Task<string> task in tasks)
{
    Console.WriteLine(await task);
}

static async Task<string> Cook(string dish)
{
    await Task.Delay(TimeSpan.FromSeconds(1));
    return $"{dish}: ready";
}

// expect: async-void 14
// outcome: failed

try
{
    SaveAll(["a.txt", "b?.txt"]);
    await Task.Delay(500);
}
catch (ArgumentException exception)
{
    Console.WriteLine($"caught {exception.Message}");
}

async void SaveAll(string[] names)
{
    foreach (string name in names)
    {
        await Task.Delay(50);
        if (name.Contains('?'))
        {
            throw new ArgumentException(name);
        }

        Console.WriteLine($"saved {name}");
    }
}

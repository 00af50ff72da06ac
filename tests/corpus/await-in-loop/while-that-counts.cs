// expect: await-in-loop 7 1.0

string[] names = ["a", "b", "c"];
int i = 0;
while (i < names.Length)
{
    Console.WriteLine(await FetchAsync(names[i]));
    i++;
}

static async Task<string> FetchAsync(string name)
{
    await Task.Delay(500);
    return name.ToUpperInvariant();
}

// expect: await-in-loop 13 3.0
// makespan: 6
// needed: 3

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    foreach (string city in new[] { "Rome", "Oslo" })
    {
        string page = await Download(city);
        int words = await CountWords(page);
        Console.WriteLine($"{city}: {words}");
    }
}

async Coroutine<string> Download(string city)
{
    await Sleep(2);
    return $"all about {city}";
}

async Coroutine<int> CountWords(string page)
{
    await Sleep(1);
    return page.Split(' ').Length;
}

// expect: none

using static AsyncBasics.Asyncio;

Run(Crawl(["home"], 2));

static async Coroutine Crawl(string[] pages, int depth)
{
    if (depth == 0)
    {
        return;
    }

    string[][] links = await Gather(pages.Select(page => Fetch(page)));
    await Crawl([.. links.SelectMany(some => some).Distinct().Order()], depth - 1);
}

static async Coroutine<string[]> Fetch(string page)
{
    await Sleep(0.5);
    Console.WriteLine($"fetched {page}");
    return [$"{page}/a", $"{page}/b"];
}

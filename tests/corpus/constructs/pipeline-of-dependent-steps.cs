// expect: none
// makespan: 3
// stdout: page: HTML of https://example.org

string address = await Resolve("example.org");
string html = await Download(address);
Console.WriteLine(await Parse(html));

async Task<string> Resolve(string name)
{
    await Task.Delay(1000);
    return $"https://{name}";
}

async Task<string> Download(string url)
{
    await Task.Delay(1000);
    return $"HTML of {url}";
}

async Task<string> Parse(string text)
{
    await Task.Delay(1000);
    return $"page: {text}";
}

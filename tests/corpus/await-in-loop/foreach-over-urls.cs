// expect: await-in-loop 9 3.0
// makespan: 6
// needed: 3

string[] urls = ["/a", "/bb", "/ccc"];
var sizes = new List<int>();
foreach (string url in urls)
{
    sizes.Add(await FetchAsync(url));
}

Console.WriteLine(string.Join(", ", sizes));

static async Task<int> FetchAsync(string url)
{
    await Task.Delay((url.Length - 1) * 1000);
    return url.Length;
}

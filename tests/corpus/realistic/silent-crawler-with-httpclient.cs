// expect: none
// makespan: 0.3
// stdout: 5 pages
// stdout: /about: About
// stdout: /blog: Blog
// stdout: /blog/1: First
// stdout: /: Home
// stdout: /blog/2: Second

using System.Net;
using System.Text.RegularExpressions;

using var client = new HttpClient(new FakeSite()) { BaseAddress = new Uri("http://example.test/") };
var crawler = new Crawler(client);
IReadOnlyDictionary<string, string> titles = await crawler.CrawlAsync("/");

Console.WriteLine($"{titles.Count} pages");
foreach ((string path, string title) in titles.OrderBy(pair => pair.Value, StringComparer.Ordinal))
{
    Console.WriteLine($"{path}: {title}");
}

class Crawler(HttpClient client)
{
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, string> _titles = [];

    public async Task<IReadOnlyDictionary<string, string>> CrawlAsync(string start)
    {
        List<string> level = [start];
        _seen.Add(start);
        while (level.Count > 0)
        {
            string[] pages = await Task.WhenAll(level.Select(path => client.GetStringAsync(path)));
            var next = new List<string>();
            foreach ((string path, string page) in level.Zip(pages))
            {
                _titles[path] = Regex.Match(page, "<title>(.*)</title>").Groups[1].Value;
                foreach (Match link in Regex.Matches(page, "href=\"([^\"]+)\""))
                {
                    if (_seen.Add(link.Groups[1].Value))
                    {
                        next.Add(link.Groups[1].Value);
                    }
                }
            }

            level = next;
        }

        return _titles;
    }
}

class FakeSite : HttpMessageHandler
{
    private static readonly Dictionary<string, (string Title, string[] Links)> s_pages = new()
    {
        ["/"] = ("Home", ["/about", "/blog"]),
        ["/about"] = ("About", ["/"]),
        ["/blog"] = ("Blog", ["/blog/1", "/blog/2", "/"]),
        ["/blog/1"] = ("First", ["/blog/2"]),
        ["/blog/2"] = ("Second", ["/blog/1"]),
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(100, cancellationToken);
        (string title, string[] links) = s_pages[request.RequestUri!.AbsolutePath];
        string body = $"<title>{title}</title>" + string.Concat(links.Select(link => $"<a href=\"{link}\">x</a>"));
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) };
    }
}

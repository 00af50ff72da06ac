// expect: none

string[] urls = [.. Enumerable.Range(1, 7).Select(i => $"https://example.org/{i}")];
using var gate = new SemaphoreSlim(3);
int running = 0, most = 0;

Task<int>[] downloads = [.. urls.Select(DownloadAsync)];
int[] sizes = await Task.WhenAll(downloads);
Console.WriteLine($"{sizes.Sum()} bytes, at most {most} at once");

async Task<int> DownloadAsync(string url)
{
    await gate.WaitAsync();
    try
    {
        running++;
        most = Math.Max(most, running);
        await Task.Delay(250);
        return url.Length;
    }
    finally
    {
        running--;
        gate.Release();
    }
}

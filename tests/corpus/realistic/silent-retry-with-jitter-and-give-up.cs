// expect: none

var http = new FlakyHttp(failures: 3);
string body = await Retry.ExecuteAsync(token => http.GetStringAsync("/status", token), attempts: 5, CancellationToken.None);
Console.WriteLine(body);

try
{
    await Retry.ExecuteAsync(token => new FlakyHttp(failures: 9).GetStringAsync("/down", token), attempts: 2, CancellationToken.None);
}
catch (HttpRequestException exception)
{
    Console.WriteLine($"gave up: {exception.Message}");
}

static class Retry
{
    public static async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> action, int attempts, CancellationToken token)
    {
        var random = new Random(7);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await action(token);
            }
            catch (HttpRequestException) when (attempt < attempts)
            {
                var pause = TimeSpan.FromMilliseconds((100 << attempt) + random.Next(20));
                await Task.Delay(pause, token);
            }
        }
    }
}

class FlakyHttp(int failures)
{
    private int _calls;

    public async Task<string> GetStringAsync(string path, CancellationToken token)
    {
        await Task.Delay(80, token);
        if (_calls++ < failures)
        {
            throw new HttpRequestException($"{path} answered 503");
        }

        return $"{path}: ok after {_calls} calls";
    }
}

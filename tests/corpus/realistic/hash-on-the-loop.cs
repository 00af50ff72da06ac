// expect: cpu-hog 29

var server = new Server();
Task pings = server.PingAsync();
Console.WriteLine(await server.LoginAsync("ada", "secret"));
await pings;

class Server
{
    public async Task PingAsync()
    {
        for (int i = 0; i < 3; i++)
        {
            await Task.Delay(50);
            Console.WriteLine("pong");
        }
    }

    public async Task<string> LoginAsync(string user, string password)
    {
        await Task.Delay(20);
        uint hash = Stretch(user + password);
        return hash != 0 ? $"welcome {user}" : "no";
    }

    private static uint Stretch(string text)
    {
        uint hash = 2166136261;
        for (int round = 0; round < 400_000; round++)
        {
            foreach (char letter in text)
            {
                hash = (hash ^ letter) * 16777619;
            }
        }

        return hash;
    }
}

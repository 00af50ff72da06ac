// expect: never-awaited 14
// makespan: 1

var log = new AuditLog();
foreach (string user in new[] { "root", "guest" })
{
    log.Record(user);
}

await Task.Delay(1000);

class AuditLog
{
    public void Record(string user) => Save(user);

    private Task Save(string user) => WriteAsync($"{user} logged in");

    private async Task WriteAsync(string line)
    {
        await Task.Delay(3000);
        Console.WriteLine(line);
    }
}

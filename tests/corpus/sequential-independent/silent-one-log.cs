// expect: none
// makespan: 1
// needed: 1
// stdout: 1. door opened
// stdout: 2. door closed

var log = new EventLog();
await log.WriteAsync("1. door opened");
await log.WriteAsync("2. door closed");

class EventLog
{
    public async Task WriteAsync(string line)
    {
        await Task.Delay(500);
        Console.WriteLine(line);
    }
}

// expect: blocking-call 14

var job = new ExportJob();
Task export = job.RunAsync();
Task progress = ShowProgressAsync(job);
await Task.WhenAll(export, progress);
Console.WriteLine("exported");

static async Task ShowProgressAsync(ExportJob job)
{
    while (job.Percent < 100)
    {
        Console.WriteLine($"{job.Percent} %");
        Thread.Sleep(200);
        await Task.Yield();
    }
}

class ExportJob
{
    public int Percent { get; private set; }

    public async Task RunAsync()
    {
        while (Percent < 100)
        {
            await Task.Delay(100);
            Percent += 25;
        }
    }
}

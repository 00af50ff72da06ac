// expect: none
// makespan: 4
// stdout: 6

using System.Threading.Channels;

Channel<int> jobs = Channel.CreateBounded<int>(2);
int sum = 0;
Task[] workers = [Work(), Work()];
for (int job = 0; job < 4; job++)
{
    await jobs.Writer.WriteAsync(job);
}

jobs.Writer.Complete();
await Task.WhenAll(workers);
Console.WriteLine(sum);

async Task Work()
{
    while (await jobs.Reader.WaitToReadAsync())
    {
        while (jobs.Reader.TryRead(out int job))
        {
            await Task.Delay(2000);
            sum += job;
        }
    }
}

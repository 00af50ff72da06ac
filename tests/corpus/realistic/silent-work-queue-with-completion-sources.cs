// expect: none

var printer = new Printer();
Task loop = printer.RunAsync();
Task<int>[] jobs = [printer.Submit("report"), printer.Submit("letter"), printer.Submit("ticket")];
int[] pages = await Task.WhenAll(jobs);
printer.Stop();
await loop;
Console.WriteLine($"{pages.Sum()} pages");

class Printer
{
    private readonly System.Threading.Channels.Channel<Job> _jobs = System.Threading.Channels.Channel.CreateUnbounded<Job>();

    public Task<int> Submit(string document)
    {
        var done = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _jobs.Writer.TryWrite(new Job(document, done));
        return done.Task;
    }

    public void Stop() => _jobs.Writer.Complete();

    public async Task RunAsync()
    {
        while (await _jobs.Reader.WaitToReadAsync())
        {
            while (_jobs.Reader.TryRead(out Job? job))
            {
                await Task.Delay(job.Document.Length * 10);
                job.Done.SetResult(job.Document.Length);
            }
        }
    }

    private record Job(string Document, TaskCompletionSource<int> Done);
}

var done = new TaskCompletionSource();
Task worker = Work();
await done.Task;
await worker;

async Task Work()
{
    await Task.Delay(1000);
    done.SetResult();
}

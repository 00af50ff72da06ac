var ready = new TaskCompletionSource<string>();
Task<string> reader = Read();
await Task.Delay(1000);
ready.SetResult("ready");
Console.WriteLine(await reader);

async Task<string> Read() => await ready.Task;

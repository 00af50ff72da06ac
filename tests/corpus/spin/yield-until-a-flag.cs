// expect: spin 6
// makespan: 1

bool ready = false;
Task cook = CookAsync();
while (!ready)
{
    await Task.Delay(10);
}

Console.WriteLine("served");
await cook;

async Task CookAsync()
{
    await Task.Delay(1000);
    ready = true;
}

// expect: nested-task 4
// makespan: 0

Task work = Task.Factory.StartNew(() => SaveAsync("notes"));
await work;
Console.WriteLine("saved?");

static async Task SaveAsync(string what)
{
    await Task.Delay(2000);
    Console.WriteLine($"{what} saved");
}

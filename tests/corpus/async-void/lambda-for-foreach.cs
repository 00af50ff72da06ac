// expect: async-void 5
// makespan: 0

List<string> names = ["Ada", "Ben"];
names.ForEach(async name =>
{
    await Task.Delay(1000);
    Console.WriteLine($"Hello, {name}");
});
Console.WriteLine("Greeted everybody?");
await Task.CompletedTask;

// expect: never-awaited 10
// makespan: 2

Func<string, Task> announce = async text =>
{
    await Task.Delay(1000);
    Console.WriteLine(text);
};
string[] guests = ["Ada", "Ben"];
Array.ForEach(guests, guest => announce($"Welcome, {guest}"));
await Task.Delay(2000);

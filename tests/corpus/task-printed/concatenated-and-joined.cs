// expect: task-printed 5
// makespan: 1

Task<string>[] names = [NameAsync(1), NameAsync(2)];
Console.WriteLine("Names: " + string.Join(", ", names));
string[] real = await Task.WhenAll(names);
Console.WriteLine(string.Join(", ", real));

static async Task<string> NameAsync(int id)
{
    await Task.Delay(1000);
    return id == 1 ? "Ada" : "Ben";
}

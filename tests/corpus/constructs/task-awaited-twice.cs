// expect: none
// makespan: 1
// stdout: 4 4

Task<int> task = Load();
Console.WriteLine($"{await task} {await task}");

async Task<int> Load()
{
    await Task.Delay(1000);
    return 4;
}

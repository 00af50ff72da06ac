// expect: none
// makespan: 1
// stdout: 0 1 2

List<Func<Task<int>>> actions = [];
for (int i = 0; i < 3; i++)
{
    int copy = i;
    actions.Add(async () =>
    {
        await Task.Delay(1000);
        return copy;
    });
}

Console.WriteLine(string.Join(" ", await Task.WhenAll(actions.Select(action => action()))));

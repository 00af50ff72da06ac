// expect: none
// makespan: 1
// stdout: Ada 2 ok

var point = new Point { Name = "Ada", Values = [1, 1] };
await Task.Delay(1000);
Console.WriteLine($"{point.Name} {point.Values.Sum()} {point.State}");

sealed class Point
{
    public required string Name { get; init; }

    public int[] Values { get; init; } = [];

    public string State
    {
        get => field ?? "ok";
        set => field = value.Trim();
    }
}

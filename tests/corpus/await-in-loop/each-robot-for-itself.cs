// expect: await-in-loop 8 1.0
// makespan: 2
// needed: 1

Robot[] robots = [new Robot("Ada"), new Robot("Ben")];
foreach (Robot robot in robots)
{
    await robot.WalkAsync(3);
}

Console.WriteLine(robots.Sum(robot => robot.Steps));

class Robot(string name)
{
    public int Steps { get; private set; }

    public async Task WalkAsync(int steps)
    {
        await Task.Delay(1000);
        Steps += steps;
        Console.WriteLine($"{name} has walked");
    }
}

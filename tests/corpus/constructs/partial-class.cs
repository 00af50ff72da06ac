// expect: none
// makespan: 1
// stdout: part two

await new Machine().Start();

partial class Machine
{
    public async Task Start()
    {
        await Task.Delay(1000);
        Console.WriteLine(Name());
    }
}

partial class Machine
{
    private static string Name() => "part two";
}

// expect: none
// makespan: 2
// stdout: base derived

Worker worker = new Special();
Console.WriteLine(await worker.Work());

class Worker
{
    public virtual async Task<string> Work()
    {
        await Task.Delay(1000);
        return "base";
    }
}

sealed class Special : Worker
{
    public override async Task<string> Work()
    {
        string begun = await base.Work();
        await Task.Delay(1000);
        return $"{begun} derived";
    }
}

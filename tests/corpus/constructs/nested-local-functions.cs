// expect: none
// makespan: 2
// stdout: outer inner

Console.WriteLine(await Outer("outer"));

async Task<string> Outer(string name)
{
    await Pause();
    return await Inner("inner");

    async Task<string> Inner(string other)
    {
        await Pause();
        return $"{name} {other}";
    }

    static Task Pause() => Task.Delay(1000);
}

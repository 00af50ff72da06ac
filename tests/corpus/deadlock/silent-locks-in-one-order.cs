// expect: none
// makespan: 2

using static AsyncBasics.Asyncio;

var fork = new LoopLock();
var knife = new LoopLock();
Run(Main());

async Coroutine Main() => await Gather(Eat("Ada"), Eat("Ben"));

async Coroutine Eat(string name)
{
    using (await fork.Acquire())
    using (await knife.Acquire())
    {
        await Sleep(1);
        Console.WriteLine($"{name} has eaten");
    }
}

using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    LoopTask tea = CreateTask(Say("tea"));
    Console.WriteLine("created");
    await Say("coffee");
    Console.WriteLine("awaited");
    await tea;
}

static async Coroutine Say(string drink)
{
    Console.WriteLine(drink);
    await Sleep(1);
}

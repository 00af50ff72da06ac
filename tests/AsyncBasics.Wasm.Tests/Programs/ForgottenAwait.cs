using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    Say("nobody hears this");
    LoopTask<string> kept = CreateTask(Say("kept"), name: "kept");
    Console.WriteLine(await kept);
}

async Coroutine<string> Say(string word)
{
    await Sleep(1);
    return word;
}

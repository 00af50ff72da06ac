using static AsyncBasics.Asyncio;

// Toast takes two seconds, and the cook stands beside it all the time:
// Thread.Sleep holds the loop.
// Make Toast a coroutine that waits without holding anybody,
// and await it in Main.

Run(Main());

static async Coroutine Main()
{
    Toast("bread");
    Console.WriteLine("Breakfast!");
}

static void Toast(string slice)
{
    Console.WriteLine($"{slice}: in");
    Thread.Sleep(2000);
    Console.WriteLine($"{slice}: out");
}

// expect: none
// makespan: 2
// needed: 2

using static AsyncBasics.Asyncio;

Run(Main(args.Length == 0 ? "ada" : args[0]));

async Coroutine Main(string user)
{
    await Send(user, "Your order is on its way.");
    await Send(user, "Your order has arrived.");
}

async Coroutine Send(string user, string text)
{
    await Sleep(1);
    Console.WriteLine($"{user}: {text}");
}

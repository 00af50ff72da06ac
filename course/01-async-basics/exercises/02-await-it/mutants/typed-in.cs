using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    Coroutine<string> answer = AskWaiter("the soup of the day");
    Console.WriteLine("The waiter asks for the soup of the day...");
    Console.WriteLine("The waiter says: tomato soup");
}

static async Coroutine<string> AskWaiter(string question)
{
    Console.WriteLine($"The waiter asks for {question}...");
    await Sleep(1.5);
    return "tomato soup";
}

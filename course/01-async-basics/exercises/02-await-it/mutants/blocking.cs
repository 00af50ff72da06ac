using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string answer = await AskWaiter("the soup of the day");
    Console.WriteLine($"The waiter says: {answer}");
}

static async Coroutine<string> AskWaiter(string question)
{
    Console.WriteLine($"The waiter asks for {question}...");
    Thread.Sleep(1500);
    return "tomato soup";
}

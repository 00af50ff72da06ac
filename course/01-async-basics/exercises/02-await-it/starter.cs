using static AsyncBasics.Asyncio;

// The waiter has been sent for the soup of the day.
// What is printed is not a soup.

Run(Main());

static async Coroutine Main()
{
    Coroutine<string> answer = AskWaiter("the soup of the day");
    Console.WriteLine($"The waiter says: {answer}");
}

static async Coroutine<string> AskWaiter(string question)
{
    Console.WriteLine($"The waiter asks for {question}...");
    await Sleep(1.5);
    return "tomato soup";
}

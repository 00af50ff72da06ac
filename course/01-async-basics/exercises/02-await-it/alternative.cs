using static AsyncBasics.Asyncio;

// The loop's entry point can hand out a result, too, and a coroutine may be
// made long before it is awaited.
Coroutine<string> question = AskWaiter("the soup of the day");
string sentence = Run(Quote(question));
Console.WriteLine(sentence);

static async Coroutine<string> Quote(Coroutine<string> question)
{
    LoopTask<string> task = CreateTask(question, name: "waiter");
    return $"The waiter says: {await task}";
}

static async Coroutine<string> AskWaiter(string question)
{
    Console.WriteLine($"The waiter asks for {question}...");
    await Sleep(1.5);
    return "tomato soup";
}

// expect: none
// makespan: 2

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    Outcome<int>[] outcomes = await GatherOutcomes(Half(4), Half(3), Half(5));
    foreach (Outcome<int> outcome in outcomes)
    {
        Console.WriteLine(outcome.Succeeded ? $"{outcome.Value}" : outcome.Exception!.Message);
    }
}

async Coroutine<int> Half(int n)
{
    await Sleep(2);
    return n % 2 == 0 ? n / 2 : throw new ArgumentException($"{n} is odd");
}

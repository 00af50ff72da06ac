// expect: sequential-independent 11 3.0
// makespan: 6
// needed: 3

using static AsyncBasics.Asyncio;

Run(Breakfast());

async Coroutine Breakfast()
{
    await FryEggs(2);
    Console.WriteLine("eggs are ready");
    await ToastBread(1);
    Console.WriteLine("toast is ready");
    await BrewCoffee(3);
    Console.WriteLine("coffee is ready");
}

async Coroutine FryEggs(int count)
{
    await Sleep(count);
}

async Coroutine ToastBread(int slices)
{
    await Sleep(slices);
}

async Coroutine BrewCoffee(int cups)
{
    await Sleep(cups);
}

Task ticking = Tick();
await Task.Yield();
Console.WriteLine(await Task.Run(Count));
await ticking;

int Count()
{
    int count = 0;
    for (int number = 0; number < 2_000_000; number++)
    {
        count += number % 7 == 0 ? 1 : 0;
    }

    return count;
}

async Task Tick()
{
    await Task.Delay(10);
    Console.WriteLine("tick");
}

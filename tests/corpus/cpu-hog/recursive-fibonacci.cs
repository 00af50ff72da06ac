// expect: cpu-hog 5

Task ticks = TickAsync();
await Task.Delay(100);
Console.WriteLine(Fib(29));
await ticks;

static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);

static async Task TickAsync()
{
    for (int i = 0; i < 3; i++)
    {
        await Task.Delay(100);
        Console.WriteLine("tick");
    }
}

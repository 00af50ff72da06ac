// expect: none

Task<int> number = Task.Run(() => Fib(29));
for (int i = 0; i < 3; i++)
{
    await Task.Delay(100);
    Console.WriteLine("tick");
}

Console.WriteLine(await number);

static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);

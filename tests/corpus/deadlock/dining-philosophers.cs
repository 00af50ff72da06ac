// expect: deadlock 23
// outcome: deadlock
// stdout: Plato takes the left fork
// stdout: Kant takes the left fork
// stdout: Hume takes the left fork

string[] names = ["Plato", "Kant", "Hume"];
SemaphoreSlim[] forks = [.. names.Select(_ => new SemaphoreSlim(1, 1))];
await Task.WhenAll(names.Select((name, seat) => new Philosopher(name, forks[seat], forks[(seat + 1) % forks.Length]).DineAsync()));
Console.WriteLine("all have eaten");

class Philosopher(string name, SemaphoreSlim left, SemaphoreSlim right)
{
    public async Task DineAsync()
    {
        for (int meal = 0; meal < 3; meal++)
        {
            await left.WaitAsync();
            Console.WriteLine($"{name} takes the left fork");
            try
            {
                await Task.Delay(100);
                await right.WaitAsync();
                try
                {
                    await Task.Delay(200);
                }
                finally
                {
                    right.Release();
                }
            }
            finally
            {
                left.Release();
            }
        }
    }
}

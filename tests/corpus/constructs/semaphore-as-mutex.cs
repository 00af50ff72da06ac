// expect: none
// makespan: 2
// stdout: 2

using var mutex = new SemaphoreSlim(1, 1);
int balance = 0;
await Task.WhenAll(Deposit(), Deposit());
Console.WriteLine(balance);

async Task Deposit()
{
    await mutex.WaitAsync();
    try
    {
        int before = balance;
        await Task.Delay(1000);
        balance = before + 1;
    }
    finally
    {
        mutex.Release();
    }
}

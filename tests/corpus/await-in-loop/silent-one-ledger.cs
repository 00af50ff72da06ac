// expect: none
// makespan: 3
// needed: 3

var ledger = new Ledger();
foreach (int amount in new[] { 100, -30, 45 })
{
    await ledger.BookAsync(amount);
}

class Ledger
{
    public async Task BookAsync(int amount)
    {
        await Task.Delay(1000);
        Console.WriteLine($"booked {amount}");
    }
}

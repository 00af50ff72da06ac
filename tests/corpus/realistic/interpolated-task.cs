// expect: task-printed 5

var bank = new Bank();
decimal paid = await bank.PayInAsync(30);
Console.WriteLine($"paid in {paid}, balance {bank.BalanceAsync()}");

class Bank
{
    private decimal _balance = 100;

    public async Task<decimal> PayInAsync(decimal amount)
    {
        await Task.Delay(100);
        _balance += amount;
        return amount;
    }

    public async Task<decimal> BalanceAsync()
    {
        await Task.Delay(100);
        return _balance;
    }
}

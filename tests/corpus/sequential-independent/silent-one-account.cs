// expect: none
// makespan: 2
// needed: 2

var account = new Account();
await account.DepositAsync(100);
await account.WithdrawAsync(30);
Console.WriteLine(account.Balance);

class Account
{
    public decimal Balance { get; private set; }

    public async Task DepositAsync(decimal amount)
    {
        await Task.Delay(1000);
        Balance += amount;
    }

    public async Task WithdrawAsync(decimal amount)
    {
        decimal before = Balance;
        await Task.Delay(1000);
        Balance = before - amount;
    }
}

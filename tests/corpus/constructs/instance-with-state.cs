// expect: none
// makespan: 2
// stdout: 30

var account = new Account();
await account.Deposit(50);
await account.Withdraw(20);
Console.WriteLine(account.Balance);

sealed class Account
{
    public int Balance { get; private set; }

    public async Task Deposit(int amount)
    {
        await Task.Delay(1000);
        Balance += amount;
    }

    public async Task Withdraw(int amount)
    {
        await Task.Delay(1000);
        Balance -= amount;
    }
}

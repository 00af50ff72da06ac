// expect: deadlock 13
// outcome: deadlock

var accounts = new SemaphoreSlim(1);
var ledger = new SemaphoreSlim(1);
await Task.WhenAll(TransferAsync(), AuditAsync());
Console.WriteLine("done");

async Task TransferAsync()
{
    await accounts.WaitAsync();
    await Task.Delay(100);
    await ledger.WaitAsync();
    ledger.Release();
    accounts.Release();
}

async Task AuditAsync()
{
    await ledger.WaitAsync();
    await Task.Delay(100);
    await accounts.WaitAsync();
    accounts.Release();
    ledger.Release();
}

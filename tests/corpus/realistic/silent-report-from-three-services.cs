// expect: none

var sales = SalesAsync();
var stock = StockAsync();
var staff = StaffAsync();
await Task.WhenAll(sales, stock, staff);
Console.WriteLine($"{await sales} {await stock} {await staff}");

try
{
    await Task.WhenAll(SalesAsync(), FailingAsync());
}
catch (TimeoutException exception)
{
    Console.WriteLine(exception.Message);
}

async Task<int> SalesAsync()
{
    await Task.Delay(500);
    return 100;
}

async Task<int> StockAsync()
{
    await Task.Delay(300);
    return 42;
}

async Task<string> StaffAsync()
{
    await Task.Delay(700);
    return "ada";
}

async Task<int> FailingAsync()
{
    await Task.Delay(100);
    throw new TimeoutException("the service did not answer");
}

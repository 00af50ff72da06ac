// expect: none
// makespan: 2
// needed: 2

try
{
    await ValidateAsync("order 5");
    await ChargeAsync("order 5");
    Console.WriteLine("charged");
}
catch (InvalidOperationException e)
{
    Console.WriteLine(e.Message);
}

static async Task ValidateAsync(string order)
{
    await Task.Delay(1000);
    if (order.Length == 0)
    {
        throw new InvalidOperationException("An order has to have a number.");
    }
}

static async Task ChargeAsync(string order)
{
    await Task.Delay(1000);
    Console.WriteLine($"{order} is being charged");
}

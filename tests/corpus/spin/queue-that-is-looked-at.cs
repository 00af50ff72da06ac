// expect: spin 6
// makespan: 1

var orders = new Queue<string>();
Task waiter = WaiterAsync();
while (true)
{
    if (orders.Count > 0)
    {
        break;
    }

    await Task.Delay(50);
}

Console.WriteLine(orders.Dequeue());
await waiter;

async Task WaiterAsync()
{
    await Task.Delay(1000);
    orders.Enqueue("soup");
}

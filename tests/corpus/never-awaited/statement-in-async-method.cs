// expect: never-awaited 11
// makespan: 1
// stdout: Order taken
// stdout: Receipt printed

await TakeOrder();

async Task TakeOrder()
{
    Console.WriteLine("Order taken");
    SendToKitchen("soup");
    await PrintReceipt();
}

async Task SendToKitchen(string dish)
{
    await Task.Delay(3000);
    Console.WriteLine($"{dish} is being cooked");
}

async Task PrintReceipt()
{
    await Task.Delay(1000);
    Console.WriteLine("Receipt printed");
}

// expect: none
// makespan: 3
// needed: 3

var order = new Order(7);
await Desk.Validate(order);
await Desk.Reserve(order);
await Desk.Ship(order);

record Order(int Id);

static class Desk
{
    public static async Task Validate(Order order)
    {
        await Task.Delay(1000);
        Console.WriteLine($"{order.Id} is valid");
    }

    public static async Task Reserve(Order order)
    {
        await Task.Delay(1000);
        Console.WriteLine($"{order.Id} is reserved");
    }

    public static async Task Ship(Order order)
    {
        await Task.Delay(1000);
        Console.WriteLine($"{order.Id} is on its way");
    }
}

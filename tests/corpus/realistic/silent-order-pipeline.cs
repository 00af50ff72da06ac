// expect: none

var repository = new OrderRepository();
var payments = new PaymentGateway();
var mailer = new Mailer();

Order order = await repository.LoadAsync(17);
Receipt receipt = await payments.ChargeAsync(order.Customer, order.Total);
await repository.MarkPaidAsync(order, receipt);
await mailer.SendAsync(order.Customer, $"Paid {order.Total:0.00} ({receipt.Number})");

record Order(int Id, string Customer, decimal Total)
{
    public bool IsPaid { get; set; }
}

record Receipt(string Number);

class OrderRepository
{
    private readonly Dictionary<int, Order> _orders = new() { [17] = new Order(17, "ada", 12.5m) };

    public async Task<Order> LoadAsync(int id)
    {
        await Task.Delay(100);
        return _orders[id];
    }

    public async Task MarkPaidAsync(Order order, Receipt receipt)
    {
        await Task.Delay(50);
        order.IsPaid = receipt.Number.Length > 0;
    }
}

class PaymentGateway
{
    public async Task<Receipt> ChargeAsync(string customer, decimal amount)
    {
        await Task.Delay(400);
        return new Receipt($"{customer}-{amount:0}");
    }
}

class Mailer
{
    public async Task SendAsync(string to, string text)
    {
        await Task.Delay(200);
        Console.WriteLine($"to {to}: {text}");
    }
}

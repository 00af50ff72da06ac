// expect: sequential-independent 11 2.0
// makespan: 6
// needed: 4

class Program
{
    record User(int Id, string Name);

    static async Task Main()
    {
        User user = await GetUserAsync(7);
        string[] orders = await GetOrdersAsync(user.Id);
        string news = await GetNewsAsync();
        Console.WriteLine($"{user.Name}: {orders.Length} orders. {news}");
    }

    static async Task<User> GetUserAsync(int id)
    {
        await Task.Delay(1000);
        return new User(id, "Ada");
    }

    static async Task<string[]> GetOrdersAsync(int user)
    {
        await Task.Delay(3000);
        return [$"order of {user}"];
    }

    static async Task<string> GetNewsAsync()
    {
        await Task.Delay(2000);
        return "No news";
    }
}

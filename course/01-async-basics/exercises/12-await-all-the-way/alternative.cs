static class Shop
{
    static async Task Main()
    {
        Task<int> soup = Price("soup");
        Task<int> steak = Price("steak");
        Task<int> fig = Price("fig");

        await PrintTag("soup", soup);
        await PrintTag("steak", steak);
        await PrintTag("fig", fig);
    }

    private static async Task PrintTag(string dish, Task<int> price) =>
        Console.WriteLine($"{dish} costs {await price}");

    private static async Task<int> Price(string dish)
    {
        await Task.Delay(TimeSpan.FromSeconds(1));
        return dish.Length;
    }
}

static class Restaurant
{
    static async Task Main()
    {
        Task<string> soup = Cook("soup", 2);
        Task<string> steak = Cook("steak", 3);
        Task<string> cake = Cook("cake", 1);

        var menu = new List<string>();
        foreach (Task<string> dish in new[] { soup, steak, cake })
        {
            menu.Add(await dish);
        }

        Console.WriteLine("Menu: " + string.Join(", ", menu));
    }

    private static async Task<string> Cook(string dish, double seconds)
    {
        await Task.Delay((int)(seconds * 1000));
        Console.WriteLine(dish + ": ready");
        return dish;
    }
}

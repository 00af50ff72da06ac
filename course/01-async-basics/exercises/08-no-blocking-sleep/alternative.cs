static class Kitchen
{
    static async Task Main()
    {
        var stove = new List<Task>();
        stove.Add(Cook("rice", 3));
        stove.Add(Cook("beans", 2));
        stove.Add(Cook("salad", 1));

        foreach (Task dish in stove)
        {
            await dish;
        }

        Console.WriteLine("Dinner!");
    }

    // Stirs once a second.
    private static async Task Cook(string dish, int seconds)
    {
        Console.WriteLine(dish + ": on the stove");
        for (int second = 0; second < seconds; second++)
        {
            await Task.Delay(1000);
        }

        Console.WriteLine(dish + ": ready");
    }
}

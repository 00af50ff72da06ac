using static AsyncBasics.Asyncio;

static class Program
{
    static void Main()
    {
        string slice = Run(Kitchen.Toast("bread", TimeSpan.FromSeconds(2)));
        Console.WriteLine($"{slice}: out");
        Console.WriteLine("Breakfast!");
    }
}

static class Kitchen
{
    public static async Coroutine<string> Toast(string slice, TimeSpan time)
    {
        Console.WriteLine($"{slice}: in");

        // Both sides of the bread, one after the other.
        for (int side = 0; side < 2; side++)
        {
            await Sleep(time / 2);
        }

        return slice;
    }
}

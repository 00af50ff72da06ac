using System.Text.Json.Nodes;

namespace AsyncBasics.Wasm;

/// <summary>Programs that have in them what most have: who comes after them finds the compiler and the lab warm.</summary>
internal static class WarmUp
{
    private const string SmallProgram = """
        using System.Diagnostics;
        Stopwatch watch = Stopwatch.StartNew();
        string[] results = await Task.WhenAll(Say("a", 1), Say("b", 2));
        Console.WriteLine($"{string.Join(", ", results)} {watch.Elapsed.TotalSeconds:0.0}");
        static async Task<string> Say(string name, int seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            return name;
        }
        """;

    private const string LargerProgram = """
        var shop = new Shop(["tea", "coffee"]);
        decimal[] prices = await Task.WhenAll(shop.Goods.Select(good => shop.PriceOf(good)));
        Task<int> late = Task.Run(async () => { await Task.Delay(100); return prices.Length; });
        foreach (string good in shop.Goods)
        {
            await shop.Order(good, 2);
        }
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await Task.Delay(2000, patience.Token);
        }
        catch (OperationCanceledException error)
        {
            Console.WriteLine($"Nobody came: {error.Message} {await late}");
        }
        Thread.Sleep(10);
        sealed class Shop(string[] goods)
        {
            private readonly Dictionary<string, int> _orders = [];
            public IReadOnlyList<string> Goods { get; } = goods;
            public async Task<decimal> PriceOf(string good)
            {
                await Task.Delay(good.Length * 100);
                return good.Length > 3 ? good.Length * 1.5m : 1;
            }
            public async Task Order(string good, int count)
            {
                for (int i = 0; i < count; i++) await Task.Delay(500);
                _orders[good] = _orders.GetValueOrDefault(good) + count;
            }
        }
        """;

    /// <summary>Looks at all of them and runs them, as a page would ask for it.</summary>
    public static void All()
    {
        foreach (string text in (string[])[SmallProgram, LargerProgram])
        {
            Engine.Check(Files(text));
            Run(Files(text));
            Run(Files($"{text}\n"));
        }
    }

    /// <summary>Runs the smallest.</summary>
    public static void Small() => Run(Files(SmallProgram));

    private static void Run(string files) => Engine.Run(files, "{}", _ => { });

    private static string Files(string text) => new JsonArray(new JsonObject { ["name"] = "Program.cs", ["text"] = text }).ToJsonString();
}

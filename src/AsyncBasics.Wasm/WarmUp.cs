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

    private const string LoopProgram = """
        using System.Diagnostics;
        using static AsyncBasics.Asyncio;
        Run(Main());
        static async Coroutine Main()
        {
            var watch = Stopwatch.StartNew();
            await Gather(Fetch("a", 1), Fetch("b", 2));
            var task = CreateTask(Fetch("c", 1), name: "c");
            Fetch("forgotten", 1);
            Thread.Sleep(1000);
            Console.WriteLine($"{await task} {watch.Elapsed.TotalSeconds:F0}");
            int[] none = [];
            Console.WriteLine(none[1]);
        }
        static async Coroutine<string> Fetch(string name, double seconds)
        {
            Console.WriteLine(name);
            await Sleep(seconds);
            return name;
        }
        """;

    private const string BrokenProgram = """
        int number = "text";
        await Nothing();
        """;

    // So often that the interpreter has taken what runs often for worth optimizing. It makes the recording longer, not larger.
    private const int Times = 5;

    /// <summary>Looks at all of them and runs them, as a page would ask for it.</summary>
    public static void All()
    {
        foreach (string text in (string[])[SmallProgram, LargerProgram, LoopProgram, BrokenProgram])
        {
            Engine.Check(Files(text));
            for (int time = 0; time < Times; time++)
            {
                // Another text each time: the same would not be compiled again.
                Run(Files(text + new string('\n', time)));
            }
        }
    }

    /// <summary>Runs the smallest.</summary>
    public static void Small() => Run(Files(SmallProgram));

    private static void Run(string files) => Engine.Run(files, "{}", _ => { });

    private static string Files(string text) => new JsonArray(new JsonObject { ["name"] = "Program.cs", ["text"] = text }).ToJsonString();
}

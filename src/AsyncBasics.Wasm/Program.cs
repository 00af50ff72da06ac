using System.Globalization;
using System.Runtime.Versioning;
using AsyncBasics.Lab;

[assembly: SupportedOSPlatform("browser")]

namespace AsyncBasics.Wasm;

internal static class Program
{
    /// <summary>Gets everything ready: what the memory holds at the end is recorded, and comes back where the engine is used.</summary>
    /// <param name="args">The assemblies to compile against: the name, the address and the length of each, with spaces between.</param>
    /// <remarks>
    /// The compiler gives some work to the pool and blocks until it is done, which the only thread of a browser may not. It can do such
    /// work itself as soon as it counts as one of the pool's threads, and that it does after it has done any work of the pool.
    /// </remarks>
    private static async Task Main(string[] args)
    {
        Dictionary<string, (nint, int)> places = args.Select(line => line.Split(' ')).ToDictionary(
            words => words[0],
            words => (nint.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture)));
        ReferenceSet.Use(name => places[name]);
        await Task.Run(() => { });
        WarmUp.All();

        // Whose time zone it is shows only where the memory comes back.
        TimeZoneInfo.ClearCachedData();
        GC.Collect();
    }
}

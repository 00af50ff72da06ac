using System.Globalization;

namespace AsyncBasics.Cli;

/// <summary>How the runtime of a host is set: by its environment, since these can only be set before it starts.</summary>
internal static class HostSettings
{
    /// <summary>What the compiler and the lab need themselves.</summary>
    private const long OwnMemory = 512L << 20;

    public static void Apply(IDictionary<string, string?> environment, long memoryBytes)
    {
        // A wall behind the lab's own limit, for what grows faster than anybody looks.
        environment["DOTNET_GCHeapHardLimit"] = (memoryBytes + OwnMemory).ToString("X", CultureInfo.InvariantCulture);
        environment["DOTNET_gcServer"] = "0";
        environment["DOTNET_gcConcurrent"] = "0";
        environment["DOTNET_TieredPGO"] = "0";
        environment["DOTNET_DbgEnableMiniDump"] = "0";
    }
}

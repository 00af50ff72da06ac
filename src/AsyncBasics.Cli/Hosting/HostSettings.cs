using System.Globalization;

namespace AsyncBasics.Cli;

/// <summary>How the runtime of a host is set: by its environment, since these can only be set before it starts.</summary>
internal static class HostSettings
{
    /// <summary>What the compiler and the lab need themselves.</summary>
    private const long OwnMemory = 512L << 20;

    private const long FirstRunMemory = 64L << 20;

    public static void Apply(IDictionary<string, string?> environment, long memoryBytes)
    {
        // A wall behind the lab's own limit, for what grows faster than anybody looks.
        environment["DOTNET_GCHeapHardLimit"] = (memoryBytes + OwnMemory).ToString("X", CultureInfo.InvariantCulture);
        environment["DOTNET_gcServer"] = "0";
        environment["DOTNET_gcConcurrent"] = "0";
        environment["DOTNET_TieredPGO"] = "0";
        // As much as compiling a program takes: so the first run needs no collection.
        environment["DOTNET_GCgen0size"] = FirstRunMemory.ToString("X", CultureInfo.InvariantCulture);
        // To keep pages from being writable while they can be executed costs a start its time, and here runs only code that may do anything anyway.
        environment["DOTNET_EnableWriteXorExecute"] = "0";
        environment["DOTNET_DbgEnableMiniDump"] = "0";
    }
}

using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("browser")]

namespace AsyncBasics.Wasm;

internal static class Program
{
    /// <summary>Does nothing: the worker calls <see cref="Engine"/>. The runtime asks for an entry point all the same.</summary>
    private static void Main()
    {
    }
}

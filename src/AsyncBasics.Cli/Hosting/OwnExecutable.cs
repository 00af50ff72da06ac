using System.Diagnostics;

namespace AsyncBasics.Cli;

/// <summary>Starts this very program once more.</summary>
internal static class OwnExecutable
{
    public static ProcessStartInfo With(params string[] arguments)
    {
        string assembly = Path.Combine(AppContext.BaseDirectory, "async-basics.dll");
        string? process = Environment.ProcessPath;

        // Started by its own small executable, or by the dotnet command as a tool is; inside a test it is neither.
        return Path.GetFileNameWithoutExtension(process) == "async-basics"
            ? new ProcessStartInfo(process!, arguments)
            : new ProcessStartInfo(Path.GetFileNameWithoutExtension(process) == "dotnet" ? process! : "dotnet", [assembly, .. arguments]);
    }
}

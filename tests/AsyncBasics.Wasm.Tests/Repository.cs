using System.Reflection;

namespace AsyncBasics.Wasm.Tests;

/// <summary>Files of the checkout.</summary>
internal static class Repository
{
    private static readonly string s_root = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot")
        .Value!;

    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(s_root, relative));
}

namespace AsyncBasics.Tests;

/// <summary>Finds the repository's files from a test, which knows only where it was built to.</summary>
internal static class Repository
{
    public static string File(params string[] path)
    {
        string relative = Path.Combine(path);
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "AsyncBasics.slnx")))
            {
                return Path.Combine(folder.FullName, relative);
            }
        }

        throw new DirectoryNotFoundException($"No repository was found above {AppContext.BaseDirectory}.");
    }
}

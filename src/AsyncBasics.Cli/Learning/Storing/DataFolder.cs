namespace AsyncBasics.Cli;

/// <summary>Where a learner's own data lies.</summary>
internal static class DataFolder
{
    private const string Name = "async-basics";

    /// <summary>
    /// The folder that was asked for; else <c>async-basics</c> under <c>XDG_DATA_HOME</c>, else under the place that the platform has for
    /// such data. It is made if it is not there.
    /// </summary>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public static string Open(string? asked)
    {
        string folder = asked ?? Path.Combine(Home(), Name);
        try
        {
            Directory.CreateDirectory(folder);
            return Path.GetFullPath(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException(
                $"The folder {Quoting.Shown(folder)} for your progress cannot be used ({exception.Message.TrimEnd('.')}): choose another with --data DIR.");
        }
    }

    private static string Home()
    {
        // The specification has relative paths ignored.
        string? xdg = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        return Path.IsPathFullyQualified(xdg ?? string.Empty)
            ? xdg!
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
    }
}

using System.Diagnostics;

namespace AsyncBasics.Cli;

/// <summary>Ends a process with all that it has started.</summary>
internal static class ProcessChildren
{
    /// <summary>Kills the process and what it has started, without waiting for their end.</summary>
    public static void KillWith(Process process) => process.Kill(entireProcessTree: MayBe(process));

    /// <summary>
    /// Whether a process has, or may have, started others. To find them among all processes of a machine takes long, and nearly always there are
    /// none, which Linux can tell at once.
    /// </summary>
    private static bool MayBe(Process process)
    {
        try
        {
            return Directory.EnumerateDirectories($"/proc/{process.Id}/task")
                .Any(thread => File.ReadAllText(Path.Combine(thread, "children")).Length > 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another system, or one that does not list them; or a thread has just ended.
            return true;
        }
    }
}

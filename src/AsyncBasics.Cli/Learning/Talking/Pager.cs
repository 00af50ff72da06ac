using System.Diagnostics;

namespace AsyncBasics.Cli;

/// <summary>Shows a text that is longer than the screen in the user's pager, so that one can go back in it.</summary>
internal static class Pager
{
    /// <returns>Whether it was shown: where there is no pager it was not.</returns>
    public static bool TryShow(IReadOnlyList<string> lines)
    {
        string command = Environment.GetEnvironmentVariable("PAGER") is { Length: > 0 } wanted ? wanted : "less -R";
        try
        {
            // By way of a shell, since the variable may hold options. "cat" and the like are fine, too.
            var start = new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", command }, RedirectStandardInput = true };
            // Colours; the text stays on the screen afterwards; the end of the text is the end of the pager.
            start.Environment.TryAdd("LESS", "-RXE -Psspace goes on, b goes back, q skips the rest$");
            using Process? pager = OperatingSystem.IsWindows() ? null : Process.Start(start);
            if (pager is null)
            {
                return false;
            }

            WriteAll(lines, pager.StandardInput);
            pager.WaitForExit();
            return pager.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static void WriteAll(IReadOnlyList<string> lines, StreamWriter pager)
    {
        try
        {
            using (pager)
            {
                foreach (string line in lines)
                {
                    pager.WriteLine(line);
                }
            }
        }
        catch (IOException)
        {
            // Left before the end: the reader has seen enough.
        }
    }
}

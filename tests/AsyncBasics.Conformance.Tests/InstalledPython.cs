using AsyncBasics.Conformance.Running;

namespace AsyncBasics.Conformance.Tests;

/// <summary>The machine's Python. Where there is none that serves, the tests that need it are skipped and say why.</summary>
internal static class InstalledPython
{
    internal static PythonRunner StartOrSkip()
    {
        try
        {
            return PythonRunner.Start();
        }
        catch (PythonUnavailableException missing)
        {
            Assert.Skip($"{missing.Message} The recorded programs are compared all the same.");
            throw;
        }
    }
}

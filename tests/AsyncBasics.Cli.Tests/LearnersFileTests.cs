using System.Diagnostics;
using System.Reflection;

namespace AsyncBasics.Cli.Tests;

/// <summary>The learner's files as programs of their own, as a learner runs them.</summary>
public sealed class LearnersFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("async-basics-");

    [Theory]
    [InlineData("Program.cs")]
    [InlineData("Program.Task.cs")]
    public void DotnetRun_OfTheFileAlone_PrintsTheExpectedOutput(string file)
    {
        string path = Path.Combine(RepositoryRoot, "course", "01-async-basics", "project", file);

        (int exitCode, string output, string error) = DotnetRun(path, "--all");

        Assert.True(exitCode == 0, error + output);
        Assert.Equal(Expected.OutputOfAll, output);
    }

    private static string RepositoryRoot => typeof(LearnersFileTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Everything that is built goes to a folder of this test: nobody else who builds comes in between.</summary>
    private (int ExitCode, string Output, string Error) DotnetRun(string path, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["run", path, "--", .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ArtifactsPath"] = _folder.CreateSubdirectory("artifacts").FullName,
                ["XDG_DATA_HOME"] = _folder.CreateSubdirectory("data").FullName,
                ["DOTNET_NOLOGO"] = "1",
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                // Build servers would outlive the run, and hold on to its output.
                ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
                ["MSBUILDDISABLENODEREUSE"] = "1",
                ["UseSharedCompilation"] = "false",
            },
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}

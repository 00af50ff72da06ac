namespace AsyncBasics.Tests.PublicApi;

/// <summary>What others can call does not change by accident: it stands in a file that is approved with the change.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Loop_PublicApi_IsTheApprovedOne()
    {
        string approvedFile = Repository.File("tests", "AsyncBasics.Loop.Tests", "PublicApi", "AsyncBasics.Loop.approved.txt");
        string actual = PublicApiText.Of(typeof(Asyncio).Assembly);
        if (Environment.GetEnvironmentVariable("APPROVE_API") == "1")
        {
            File.WriteAllText(approvedFile, actual);
        }

        string approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : string.Empty;
        Assert.True(approved == actual, Difference(approved, actual));
    }

    private static string Difference(string approved, string actual)
    {
        string[] before = approved.Split('\n');
        string[] now = actual.Split('\n');
        return string.Join(
            Environment.NewLine,
            [
                "The public API has changed. If that is meant, run the tests once with APPROVE_API=1 and commit the file.",
                .. before.Except(now).Select(line => $"- {line}"),
                .. now.Except(before).Select(line => $"+ {line}"),
            ]);
    }
}

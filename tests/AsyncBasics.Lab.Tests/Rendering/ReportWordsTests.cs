using FsCheck;
using FsCheck.Fluent;

namespace AsyncBasics.Lab.Tests.Rendering;

public sealed class ReportWordsTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(80).WithQuietOnSuccess(true).WithReplay(2026, 11);

    [Fact]
    public void Describe_TellsTheWholeTheLanesAndTheFindings() => Assert.Equal(
        [
            "Blocking.cs: took 6.0 s, had to take 3.0 s, 1 finding.",
            "Blocking begins at 0 s, waits for gather until 6 s and is done at 6 s.",
            "BlockingTask A begins at 0 s, blocks 2 s and is done at 2 s; it is on the critical path.",
            "BlockingTask B begins at 0 s, is starved 2 s, blocks 1 s and is done at 3 s; it is on the critical path.",
            "BlockingTask C begins at 0 s, is starved 3 s, blocks 3 s and is done at 6 s; it is on the critical path.",
            "AB002, a blocking call holds the loop, line 6: Thread.Sleep holds the loop for 6.0 s: B and C could not even start. "
                + "Costs 3.0 s. To do: gives the others their turn: await Task.Delay(…).",
        ],
        ReportWords.Describe(SampleReports.Blocking));

    [Fact]
    public void Describe_OfAProgramThatFailed_SaysHowAndWhere() => Assert.Equal(
        ["Failed.cs: failed after 1.0 s, no findings.", "Line 2: ExpectedException: B failed."],
        ReportWords.Describe(SampleReports.Failed).Take(2));

    [Fact]
    public void Describe_OfAProgramThatDoesNotCompile_TellsTheErrors() => Assert.Equal(
        ["Wrong.cs: 1 error: it could not be compiled.", "Line 2: error CS0103: The name 'Tsk' does not exist in the current context."],
        ReportWords.Describe(SampleReports.CompileError));

    [Fact]
    public void Describe_OfAnyReport_IsMadeOfLinesWithoutControlCharacters()
    {
        Prop.ForAll(Arb.From(RandomReports.Reports), report =>
            Assert.All(ReportWords.Describe(report), sentence => Assert.DoesNotContain(sentence, char.IsControl))).Check(s_config);
    }
}

using AsyncBasics.Lab;

namespace AsyncBasics.Cli.Tests;

public sealed class SuddenEndTests
{
    [Theory]
    [InlineData(134, "Stack overflow.\n   at A()\n", Outcome.Limit, RunLimit.StackDepth, "calls itself without an end")]
    [InlineData(134, "Out of memory.\n", Outcome.Limit, RunLimit.Memory, "used up its memory, 512 MiB")]
    [InlineData(134, "Process terminated.\nenough of it\n   at B()\n", Outcome.Crashed, null, "with Environment.FailFast: enough of it")]
    [InlineData(134, "Process terminated. enough of it\n   at B()\n", Outcome.Crashed, null, "with Environment.FailFast: enough of it")]
    [InlineData(134, "Unhandled exception. System.InvalidOperationException: no\n   at C()\n", Outcome.Crashed, null, "System.InvalidOperationException: no")]
    [InlineData(137, "", Outcome.Crashed, null, "killed from outside")]
    [InlineData(139, "", Outcome.Crashed, null, "memory that was not its own")]
    [InlineData(135, "", Outcome.Crashed, null, "A signal, number 7")]
    [InlineData(3, "", Outcome.Exited, null, "with exit code 3")]
    public void Explain_EachWayToDie_HasItsOwnSentence(int exitCode, string errors, Outcome outcome, RunLimit? limit, string part)
    {
        Report report = SuddenEnd.Explain(Known(), exitCode, errors);

        Assert.Equal(outcome, report.Outcome);
        Assert.Equal(limit, report.Limit);
        Assert.Contains(part, report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_AnOverflowBeforeTheProgramBegan_IsTheCompilers()
    {
        KnownRun known = new(new RunRequest([new SourceFile("Program.cs", "")], new RunOptions()));

        Report report = SuddenEnd.Explain(known, 134, "Stack overflow.\n   at A()\n");

        Assert.Equal("The compiler's stack overflowed: something in this program is nested too deeply for it.", report.Message);
        Assert.Equal("Program.cs", report.Program);
    }

    [Fact]
    public void Explain_AfterACheckpoint_KeepsWhatWasKnownAndWritten()
    {
        KnownRun known = Known();
        known.Learn(known.Ended(Outcome.NotRun, "so far") with { MakespanSeconds = 2.5 });
        known.Output("one\n");
        known.Output("two\n");

        Report report = SuddenEnd.Explain(known, 137, string.Empty);

        Assert.Equal(2.5, report.MakespanSeconds);
        Assert.Equal("one\ntwo\n", report.Stdout);
        Assert.Equal("Program.cs", report.Program);
    }

    private static KnownRun Known()
    {
        KnownRun known = new(new RunRequest([new SourceFile("Program.cs", "")], new RunOptions()));
        known.Begin();
        return known;
    }
}

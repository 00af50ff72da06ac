using AsyncBasics.Conformance.Running;

namespace AsyncBasics.Conformance.Tests;

public class ProgramLogTests
{
    private static readonly ProgramLog s_log = new([new(0, "main", "create t1"), new(5, "t1", "sleep 5 ! cancelled:r1")]);

    [Fact]
    public void FirstDifference_OfEqualLogs_IsNone()
    {
        Assert.Null(s_log.FirstDifference(new ProgramLog([.. s_log.Entries])));
    }

    [Theory]
    [InlineData(0, "other", "create t1", 0)]
    [InlineData(1, "main", "create t1", 0)]
    [InlineData(0, "main", "create t2", 0)]
    public void FirstDifference_InTimeTaskOrWhat_IsFound(long time, string task, string what, int place)
    {
        ProgramLog other = new([new(time, task, what), s_log.Entries[1]]);

        Assert.Equal(place, s_log.FirstDifference(other));
    }

    [Fact]
    public void FirstDifference_WhenOneEndsEarlier_IsItsEnd()
    {
        Assert.Equal(1, s_log.FirstDifference(new ProgramLog([s_log.Entries[0]])));
    }

    [Fact]
    public void FirstDifference_InTheReasonOfACancellation_CountsOnlyWhenAskedFor()
    {
        ProgramLog other = new([s_log.Entries[0], s_log.Entries[1] with { What = "sleep 5 ! cancelled" }]);

        Assert.Null(s_log.FirstDifference(other));
        Assert.Equal(1, s_log.FirstDifference(other, reasons: true));
    }

    [Fact]
    public void Read_OfWhatWasWritten_GivesTheSameLog()
    {
        Assert.Equal(s_log.Entries, ProgramLog.Read(s_log.Write()).Entries);
    }
}

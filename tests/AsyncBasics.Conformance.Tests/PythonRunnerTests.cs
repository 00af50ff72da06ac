using AsyncBasics.Conformance.Language;
using AsyncBasics.Conformance.Running;

namespace AsyncBasics.Conformance.Tests;

public class PythonRunnerTests
{
    [Fact]
    public void Run_OfAProgram_TellsWhatAsyncioDoes()
    {
        AsyncProgram program = new(
            new Dictionary<string, int>(),
            [
                [new Statement.Create("t1", 1), new Statement.Sleep(5), new Statement.Cancel("t1", "late"), new Statement.Join("t1")],
                [new Statement.Sleep(10)],
            ]);

        ProgramLog log = RunOnPython(program);

        Assert.Equal(
            [
                new(0, "main", "create t1"),
                new(5, "main", "sleep 5 = -"),
                new(5, "main", "cancel t1 = true"),
                new(5, "t1", "sleep 10 ! cancelled:late"),
                new(5, "t1", "end ! cancelled:late"),
                new(5, "main", "join t1 ! cancelled:late"),
                new(5, "main", "end ! cancelled:late"),
                new(5, "loop", "END"),
                new(5, "main", "is cancelled 0"),
                new LogEntry(5, "t1", "is cancelled 1"),
            ],
            log.Entries);
    }

    [Fact]
    public void Run_OfAProgramInWhichNobodyCanGoOn_SaysSo()
    {
        AsyncProgram program = new(
            new Dictionary<string, int> { ["E0"] = 0 },
            [[new Statement.Timeout("T1", 10, [new Statement.Sleep(3)]), new Statement.WaitEvent("E0")]]);

        ProgramLog log = RunOnPython(program);

        // At 3, not at 10: a timer that was taken back does not move the clock.
        Assert.Contains(new LogEntry(3, "loop", "DEADLOCK"), log.Entries);
        Assert.Equal(new LogEntry(3, "main", "is pending 0"), log.Entries[^1]);
    }

    [Fact]
    public void Start_OfACommandThatIsNotThere_SaysWhich()
    {
        PythonUnavailableException error = Assert.Throws<PythonUnavailableException>(() => PythonRunner.Start("no-such-python"));

        Assert.Contains("no-such-python", error.Message, StringComparison.Ordinal);
    }

    private static ProgramLog RunOnPython(AsyncProgram program)
    {
        using PythonRunner python = InstalledPython.StartOrSkip();
        return python.Run(program);
    }
}

namespace AsyncBasics.Lab.Tests.Running;

public sealed class ForgottenCoroutineTests
{
    private const string Program = """
        using static AsyncBasics.Asyncio;

        Run(Main());

        static async Coroutine Main()
        {
            List<Coroutine<int>> jobs = [];
            await CreateTask(Prepare(jobs));
            await jobs[0];
        }

        static async Coroutine Prepare(List<Coroutine<int>> jobs)
        {
            await Sleep(1);
            jobs.Add(First());
            jobs.Add(Second());
        }

        static async Coroutine<int> First()
        {
            await Sleep(1);
            return 1;
        }

        static async Coroutine<int> Second()
        {
            await Sleep(1);
            return 2;
        }
        """;

    [Fact]
    public void Run_CoroutineAwaitedAfterItsMakersEnd_IsNotToldAsForgotten() =>
        Assert.Equal("coroutine 'Second' was never awaited\n", Programs.Run(Program).Stderr.ReplaceLineEndings("\n"));

    [Fact]
    public void Run_ThatExits_StillTellsWhatWasForgottenBefore()
    {
        string exits = Program.Replace("await jobs[0];", "Environment.Exit(0);", StringComparison.Ordinal);

        Assert.Equal(
            "coroutine 'First' was never awaited\ncoroutine 'Second' was never awaited\n",
            Programs.Run(exits).Stderr.ReplaceLineEndings("\n"));
    }
}

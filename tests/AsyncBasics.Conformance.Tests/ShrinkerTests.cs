using AsyncBasics.Conformance.Generation;
using AsyncBasics.Conformance.Language;
using AsyncBasics.Conformance.Shrinking;

namespace AsyncBasics.Conformance.Tests;

public class ShrinkerTests
{
    [Fact]
    public void Shrink_WhenOneStatementMatters_LeavesThatOne()
    {
        Statement.Cancel cancel = new("t1", "why");
        AsyncProgram program = ProgramOf(
            [new Statement.Sleep(10), new Statement.Timeout("T1", 10, [new Statement.Try([cancel], [], [new Statement.Log("m1")])])]);

        AsyncProgram small = new Shrinker(candidate => Has<Statement.Cancel>(candidate)).Shrink(program);

        Statement left = Assert.Single(Assert.Single(small.Functions));
        Assert.Equal(cancel with { Reason = null }, left);
    }

    [Fact]
    public void Shrink_WhenAStatementInsideAnotherMatters_KeepsBoth()
    {
        AsyncProgram program = ProgramOf(
            [new Statement.Log("m1"), new Statement.Group("G1", [new Statement.Log("m2"), new Statement.Sleep(50)])]);

        AsyncProgram small = new Shrinker(candidate =>
            candidate.Functions[0].OfType<Statement.Group>().Any(group => group.Body.Any(each => each is Statement.Sleep)))
            .Shrink(program);

        Assert.Equal("async def main():\n    async with TaskGroup() as G1:\n        await sleep(0)\n", ProgramText.Of(small).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Shrink_WhenAFunctionIsNoLongerStarted_DropsItAndWhatItUsed()
    {
        AsyncProgram program = new(
            new Dictionary<string, int> { ["L0"] = 0, ["E0"] = 0 },
            [
                [new Statement.Create("t1", 1), new Statement.SetEvent("E0")],
                [new Statement.Acquire("L0")],
            ]);

        AsyncProgram small = new Shrinker(candidate => Has<Statement.SetEvent>(candidate)).Shrink(program);

        Assert.Single(small.Functions);
        Assert.Equal("E0", Assert.Single(small.Things).Key);
    }

    [Fact]
    public void Shrink_OfAnyProgram_EndsWithOneThatIsStillInteresting()
    {
        foreach (AsyncProgram program in new ProgramGenerator(seed: 5, Features.All).Programs().Where(Has<Statement.Gather>).Take(20))
        {
            AsyncProgram small = new Shrinker(Has<Statement.Gather>).Shrink(program);

            Assert.True(Has<Statement.Gather>(small));
            Assert.Equal(1, ProgramSize.Of(small).Written - small.Functions.Skip(1).Sum(ProgramSize.WrittenIn));
        }
    }

    private static AsyncProgram ProgramOf(IReadOnlyList<Statement> main) => new(new Dictionary<string, int>(), [main]);

    private static bool Has<T>(AsyncProgram program)
        where T : Statement =>
        Has<T>(program.Functions[0]);

    private static bool Has<T>(IReadOnlyList<Statement> block) =>
        block.Any(statement => statement is T || statement.Bodies.Any(Has<T>));
}

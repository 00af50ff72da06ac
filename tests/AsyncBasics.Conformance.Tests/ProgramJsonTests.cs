using AsyncBasics.Conformance.Generation;
using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Tests;

public class ProgramJsonTests
{
    [Fact]
    public void Read_OfWhatWasWritten_GivesTheSameProgram()
    {
        foreach (AsyncProgram program in new ProgramGenerator(seed: 3, Features.All).Programs().Take(100))
        {
            string line = ProgramJson.Write(program);

            Assert.Equal(line, ProgramJson.Write(ProgramJson.Read(line)));
            Assert.DoesNotContain('\n', line);
        }
    }

    [Fact]
    public void Write_OfAStatement_IsTheFormThatLanguageMdDescribes()
    {
        AsyncProgram program = new(
            new Dictionary<string, int> { ["S0"] = 2 },
            [[new Statement.Cancel("t1", null), new Statement.WaitFor(10, new Awaitable.Coroutine(1, "t2"))], []]);

        Assert.Equal(
            """{"things":{"S0":2},"functions":[[{"op":"cancel","target":"t1"},"""
            + """{"op":"waitfor","ms":10,"awaited":{"is":"coroutine","run":1,"slot":"t2"}}],[]]}""",
            ProgramJson.Write(program));
    }
}

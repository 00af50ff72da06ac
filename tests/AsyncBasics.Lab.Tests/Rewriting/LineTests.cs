using AsyncBasics.Lab.Tests.Running;

namespace AsyncBasics.Lab.Tests.Rewriting;

public sealed class LineTests
{
    [Fact]
    public void Run_ProgramThatFails_NamesTheLineOfTheThrow()
    {
        Report report = Programs.Run("""
            await Outer();

            async Task Outer() =>
                await Inner();

            async Task Inner()
            {
                await Task
                    .Delay(5)
                    .ConfigureAwait(false);
                throw new InvalidOperationException("no");
            }
            """);

        Assert.Equal(Outcome.Failed, report.Outcome);
        Assert.Equal("Unhandled exception. System.InvalidOperationException: no", report.Message);
        Assert.Equal(new SourcePlace("Program.cs", 11, 5, 11, 47), report.Place);
    }

    [Fact]
    public void Run_ExceptionOfTheLibrary_NamesTheLineThatCalledIt() => Assert.Equal(2, Programs.Run("""
        await Task.Yield();
        int.Parse("x");
        """).Place!.Line);

    [Fact]
    public void StackTrace_InTheProgram_ShowsItsOwnLines() => Assert.Equal(["True", "True"], Programs.Output("""
        try { await Inner(); }
        catch (Exception e)
        {
            Console.WriteLine(e.StackTrace!.Contains("Program.cs:line 1"));
            Console.WriteLine(e.StackTrace!.Contains("Program.cs:line 9"));
        }
        static async Task Inner()
        {
            await Task.Yield(); throw new Exception();
        }
        """));

    [Fact]
    public void CallerInfo_OfACall_IsThatOfTheSource() => Assert.Equal(["3 <Main>$"], Programs.Output("""
        using System.Runtime.CompilerServices;
        await Task.Yield();
        Tell();
        void Tell([CallerLineNumber] int line = 0, [CallerMemberName] string name = "") => Console.WriteLine($"{line} {name}");
        """));
}

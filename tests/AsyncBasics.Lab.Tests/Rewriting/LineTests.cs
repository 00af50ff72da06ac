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

    [Theory]
    [InlineData("Console.WriteLine(new List<int> { 1 }.First(x => x > 5));")]
    [InlineData("Console.WriteLine(new[] { 1 }.Single(x => x == 3));")]
    [InlineData("int[] few = new int[2]; few[int.Parse(\"5\")] = 1;")]
    [InlineData("string? none = null; Console.WriteLine(none!.Length);")]
    [InlineData("lock (string.Empty) { _ = checked(int.MaxValue + int.Parse(\"1\")); }")]
    [InlineData("foreach (int x in new List<int> { 1, 2 }.Select(x => x / (x - 1))) { Console.WriteLine(x); }")]
    [InlineData("Asyncio.Run(Asyncio.Sleep(1));")]
    public void Run_MistakeInTheMiddleOfAMethod_NamesItsLineWhateverTheLibraryDoes(string statement) => Assert.Equal(7, Programs.Run($$"""
        await Task.Delay(10);
        await Part();

        static async Task Part()
        {
            await Task.Delay(1);
            {{statement}}
            await Task.Delay(1);
        }
        """).Place?.Line);

    [Fact]
    public void Run_ProgramThatSaysItselfHowItIsOptimized_Runs() => Assert.Equal(["ran"], Programs.Output("""
        [assembly: System.Diagnostics.Debuggable(System.Diagnostics.DebuggableAttribute.DebuggingModes.Default)]
        await Task.Yield();
        Console.WriteLine("ran");
        """));

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

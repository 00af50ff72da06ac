using AsyncBasics.Lab.Tests.Running;

namespace AsyncBasics.Lab.Tests.Compiling;

public sealed class CompilerTests
{
    [Fact]
    public void Run_ProgramWithAnError_SaysWhatTheCompilerSays()
    {
        Report report = Programs.Run("""
            int a = 1;
              string b = a;
            """);

        Assert.Equal(Outcome.CompileError, report.Outcome);
        Assert.Null(report.Timeline);
        CompilerMessage error = Assert.Single(report.Diagnostics, message => message.IsError);
        Assert.Equal("CS0029", error.Id);
        Assert.Equal("Cannot implicitly convert type 'int' to 'string'", error.Message);
        Assert.Equal(new SourcePlace("Program.cs", 2, 14, 2, 15), error.Place);
    }

    [Fact]
    public void Run_WhatAProjectDefines_IsDefined() => Assert.Equal(["debug", "trace", "new enough", "this very one"], Programs.Output("""
        #if DEBUG
        Console.WriteLine("debug");
        #endif
        Trace();
        #if NET8_0_OR_GREATER && NETCOREAPP3_1_OR_GREATER && !NETFRAMEWORK
        Console.WriteLine("new enough");
        #endif
        #if NET10_0 && !NET9_0
        Console.WriteLine("this very one");
        #endif

        [System.Diagnostics.Conditional("TRACE")]
        static void Trace() => Console.WriteLine("trace");
        """));

    [Theory]
    [InlineData('(', ')')]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Run_BracketsNestedWithoutReason_SaysSoAtOnce(char opening, char closing)
    {
        Report report = Programs.Run($"// '({opening}\n{new string(opening, 20_000)}{new string(closing, 20_000)}");

        Assert.Equal(Outcome.CompileError, report.Outcome);
        CompilerMessage error = Assert.Single(report.Diagnostics);
        Assert.Equal(("CS8078", "An expression is too long or complex to compile"), (error.Id, error.Message));
        Assert.Equal(new SourcePlace("Program.cs", 2, 1001, 2, 1002), error.Place);
        Assert.Contains("More than 1,000 brackets", Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ManyBracketsSideBySideOrInText_AreNoDepth() => Assert.Equal(["1500"], Programs.Output($"""
        Console.WriteLine("{new string('(', 1500)}".Length);
        // {new string('[', 1500)}
        """));

    [Fact]
    public void Check_ProgramWithAWarning_KeepsItWithoutRunning()
    {
        Report report = Laboratory.Check([new SourceFile("Program.cs", "await Task.Yield(); F(); async Task F() { await Task.Yield(); Console.WriteLine(); }")]);

        Assert.Equal(Outcome.NotRun, report.Outcome);
        Assert.Empty(report.Stdout);
        Assert.Equal("CS4014", Assert.Single(report.Diagnostics).Id);
    }

    [Fact]
    public void Run_FileBasedProgram_IgnoresItsDirectives() => Assert.Equal(["ran"], Programs.Output("""
        #!/usr/bin/env dotnet
        #:property InvariantGlobalization=true
        Console.WriteLine("ran");
        """));

    [Fact]
    public void Run_SeveralFiles_IsOneProgram()
    {
        Report report = Laboratory.Run(
        [
            new SourceFile("Main.cs", "await Other.Say(\"two files\");"),
            new SourceFile("Other.cs", "static class Other\n{\n    public static async Task Say(string text) { await Task.Delay(1000); Console.WriteLine(text); }\n}"),
        ]);

        Assert.Equal("two files\n", report.Stdout);
        Assert.Equal("Main.cs", report.Program);
        Assert.Equal("Other.cs", Assert.Single(report.Timeline!.Lanes[1].Segments).Place!.File);
    }

    [Fact]
    public void Run_ProgramWithoutAnEntryPoint_IsACompileError() =>
        Assert.Equal("CS5001", Assert.Single(Programs.Run("class C;").Diagnostics, message => message.IsError).Id);

    [Fact]
    public void Run_ProgramThatCannotBeRead_TellsOnlyThat() =>
        Assert.Equal(["CS1002"], Programs.Run("Unknown.Thing()").Diagnostics.Select(message => message.Id));

    [Theory]
    [InlineData("await Task.Delay(1);", Dialect.Tasks)]
    [InlineData("using static AsyncBasics.Asyncio; Run(F()); async Coroutine F() { await Sleep(1); }", Dialect.Coroutines)]
    public void Check_EitherDialect_IsTold(string source, Dialect dialect) =>
        Assert.Equal(dialect, Laboratory.Check([new SourceFile("Program.cs", source)]).Dialect);
}

namespace AsyncBasics.Lab.Tests;

/// <summary>What a finding says besides its kind and its line, which the corpus is about.</summary>
public sealed class FindingTests
{
    private const string Sequential = """
        await DoTask("A", 2);
        await DoTask("B", 1);
        await DoTask("C", 3);

        static async Task DoTask(string name, double seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            Console.WriteLine(name);
        }
        """;

    private const string Blocking = """
        await Task.WhenAll(DoTask("A", 2), DoTask("B", 1), DoTask("C", 3));

        static async Task DoTask(string name, double seconds)
        {
            Thread.Sleep(TimeSpan.FromSeconds(seconds));
            await Task.Yield();
            Console.WriteLine(name);
        }
        """;

    [Fact]
    public void Sequential_ThreeTasks_TellsWhoWasHeldUpByWhomAndWhatItCost()
    {
        Finding finding = Assert.Single(Run(Sequential).Findings);

        Assert.Equal("DoTask B started at 2.0 s only because DoTask A was awaited at line 1. Begin all three together. Costs 3.0 s.", finding.Message);
        Assert.Equal(3, finding.CostSeconds);
        Assert.Equal("""await Task.WhenAll(DoTask("A", 2), DoTask("B", 1), DoTask("C", 3))""", finding.Fix?.Code);
    }

    [Fact]
    public void Sequential_ThreeTasks_ShowsWhereTheyCouldHaveRun()
    {
        Report report = Run(Sequential);

        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(
            [("DoTask B", 0.0, 1.0), ("DoTask C", 0.0, 3.0)],
            finding.Ghosts.Select(ghost => (report.Timeline!.Lanes[ghost.Lane].Name, ghost.Start.TotalSeconds, ghost.End.TotalSeconds)));
    }

    [Fact]
    public void Blocking_ThreeTasks_TellsWhoCouldNotStart()
    {
        Finding finding = Assert.Single(Run(Blocking).Findings);

        Assert.Equal("Thread.Sleep holds the loop for 6.0 s: DoTask B and DoTask C could not even start. Costs 3.0 s.", finding.Message);
        Assert.Equal("await Task.Delay(TimeSpan.FromSeconds(seconds))", finding.Fix?.Code);
    }

    [Fact]
    public void BlockingCall_AfterAllHaveBegun_MakesThemWaitForTheirTurn()
    {
        Finding finding = Assert.Single(Run("""
            await Task.WhenAll(Work("A", 2), Work("B", 1), Work("C", 3));

            static async Task Work(string name, int seconds)
            {
                Console.WriteLine($"{name} starts");
                await Task.Yield();
                Thread.Sleep(seconds * 1000);
            }
            """).Findings);

        Assert.Equal("Thread.Sleep holds the loop for 6.0 s: Work B and Work C had to wait for their turn. Costs 3.0 s.", finding.Message);
    }

    [Theory]
    [InlineData(Sequential, 6, 3)]
    [InlineData(Blocking, 6, 3)]
    public void Report_WithARepair_SaysHowLongItHadToTake(string source, double took, double needed)
    {
        Report report = Run(source);

        Assert.Equal(took, report.MakespanSeconds);
        Assert.Equal(needed, report.CriticalPathSeconds);
    }

    [Fact]
    public void Report_TwoMistakes_RepairsThemTogether()
    {
        Report report = Run("""
            await Cook("rice", 2);
            await Cook("beans", 2);
            await Task.WhenAll(Fry("egg"), Fry("ham"));

            static async Task Cook(string dish, int seconds)
            {
                await Task.Delay(seconds * 1000);
                Console.WriteLine(dish);
            }

            static async Task Fry(string dish)
            {
                Thread.Sleep(1000);
                await Task.Yield();
                Console.WriteLine(dish);
            }
            """);

        Assert.Equal([2.0, 1.0], report.Findings.Select(finding => finding.CostSeconds));
        Assert.Equal(6, report.MakespanSeconds);
        Assert.Equal(3, report.CriticalPathSeconds);
    }

    [Fact]
    public void Check_WithoutARun_TellsWhatTheSourceTells()
    {
        Report report = Laboratory.Check([new SourceFile("Program.cs", Sequential)]);

        Finding finding = Assert.Single(report.Findings);
        Assert.Equal("sequential-independent", finding.Kind);
        Assert.Equal("DoTask B does not need what is awaited at line 1, and begins only after it. Begin all three together.", finding.Message);
        Assert.Equal(0, finding.CostSeconds);
    }

    [Fact]
    public void Findings_OfSeveralFiles_StandInTheOrderOfTheSource()
    {
        Report report = Laboratory.Run(
        [
            new SourceFile("Program.cs", """
                Task.Delay(5);
                await Kitchen.Cook();
                Task.Delay(6);
                """),
            new SourceFile("Kitchen.cs", """
                static class Kitchen
                {
                    public static async Task Cook()
                    {
                        await Task.Delay(1000);
                        Task.Delay(7);
                    }
                }
                """),
        ]);

        Assert.Equal([("Program.cs", 1), ("Program.cs", 3), ("Kitchen.cs", 6)], report.Findings.Select(finding => (finding.File, finding.Line)));
    }

    [Fact]
    public void Finding_KnowsItsLessonAndTheRulesThatWouldHaveTold()
    {
        Finding finding = Assert.Single(Run("""
            Task.Delay(5);
            await Task.Delay(10);
            """).Findings);

        Assert.Equal("AB001", finding.Id);
        Assert.Equal("01-async-basics", finding.Lesson);
        Assert.Equal(["CS4014", "VSTHRD110", "MA0134"], finding.Rules);
        Assert.Equal((1, 1, 1, 14), (finding.Line, finding.Column, finding.EndLine, finding.EndColumn));
    }

    [Fact]
    public void Deadlock_ACycle_TellsTheChain()
    {
        Report report = Run("""
            using static AsyncBasics.Asyncio;

            LoopTask? a = null;
            LoopTask? b = null;
            Run(Main());

            async Coroutine Main()
            {
                a = CreateTask(First());
                b = CreateTask(Second());
                await a;
            }

            async Coroutine First()
            {
                await Sleep(1);
                await b!;
            }

            async Coroutine Second()
            {
                await Sleep(2);
                await a!;
            }
            """);

        Finding finding = Assert.Single(report.Findings);
        Assert.Equal("At 2.0 s nobody could go on: First waits for Second, Second waits for First. Each waits for the next, forever.", finding.Message);
    }

    [Fact]
    public void Deadlock_ManyWhoStandAtTheSameAwait_AreCounted()
    {
        Report report = Run("""
            SemaphoreSlim gate = new(0);
            await Task.WhenAll(Eat(), Eat(), Eat());

            async Task Eat()
            {
                await Task.Delay(100);
                await gate.WaitAsync();
            }
            """);

        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(
            "At 0.10 s nobody could go on: Main waits for WhenAll, Eat waits for a semaphore, and so do 2 others. Nobody is left who could end that.",
            finding.Message);
        Assert.EndsWith("Eat waits for a semaphore (line 7), 3 times.", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LoopOverCallsOfOneName_TellsThemApart()
    {
        Report report = Run("""
            for (int i = 0; i < 2; i++)
            {
                await new Order(i).ShipAsync();
            }

            class Order(int id)
            {
                public async Task ShipAsync() => await Task.Delay(100 + id);
            }
            """);

        Assert.StartsWith(
            "The second ShipAsync started at 0.10 s only because the first was awaited before it in the loop; they do not need each other.",
            Assert.Single(report.Findings).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void SyncOverAsync_ThatLocksUp_IsTheOnlyFinding()
    {
        Report report = Run("""
            Console.WriteLine(await Page());

            async Task<string> Page()
            {
                await Task.Yield();
                return Load().Result;
            }

            async Task<string> Load()
            {
                await Task.Delay(1000);
                return "page";
            }
            """);

        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(Outcome.Deadlock, report.Outcome);
        Assert.Equal("sync-over-async", finding.Kind);
        Assert.Contains("each waits for the other, forever", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await foreach (int item in channel.Reader.ReadAllAsync()) { }", "an item from a channel", "Complete()")]
    [InlineData("await channel.Reader.ReadAsync();", "an item from a channel", "Complete()")]
    [InlineData("await channel.Writer.WriteAsync(1); await channel.Writer.WriteAsync(2);", "room in a channel", "more room")]
    [InlineData("await channel.Writer.WriteAsync(1); await channel.Writer.WaitToWriteAsync();", "room in a channel", "more room")]
    [InlineData("await channel.Reader.Completion;", "the end of a channel", "ends this wait")]
    [InlineData("await new SemaphoreSlim(0).WaitAsync();", "a semaphore", "Release()")]
    [InlineData("await new TaskCompletionSource().Task;", "a Task", "SetResult")]
    [InlineData("var source = new TaskCompletionSource<int>(); int got = await source.Task;", "a Task", "SetResult")]
    public void Deadlock_SaysForWhatSomebodyWaits_AndWhatWouldEndThat(string wait, string what, string fix)
    {
        Report report = Run($"""
            using System.Threading.Channels;
            var channel = Channel.CreateBounded<int>(1);
            {wait}
            """);

        Finding finding = Assert.Single(report.Findings);
        Assert.Equal($"At 0.0 s nobody could go on: Main waits for {what}. Nobody is left who could end that.", finding.Message);
        Assert.Contains(fix, finding.Fix!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await Fetch(1)", "Task", "Task.Delay(1000 * seconds)", "")]
    [InlineData("await Fetch(1)", "Coroutine", "Asyncio.Sleep(seconds)", "AsyncBasics.Asyncio.Run(Main());")]
    [InlineData("await Asyncio.CreateTask(Fetch(1))", "Coroutine", "Asyncio.Sleep(seconds)", "AsyncBasics.Asyncio.Run(Main());")]
    public void SequentialAwaits_WithTheSuggestionInTheirPlace_TakeAsLongAsWasPromised(string call, string type, string wait, string start)
    {
        string[] awaits = [.. new[] { ("int a", 2), ("var b", 1), ("int c", 3) }.Select(one => $"{one.Item1} = {call.Replace("1", $"{one.Item2}", StringComparison.Ordinal)};")];
        string Program(IEnumerable<string> lines) => $$"""
            using AsyncBasics;
            using static AsyncBasics.Asyncio;
            {{(start.Length == 0 ? "await Main();" : start)}}

            async {{type}} Main()
            {
                {{string.Join("\n    ", lines)}}
                Console.WriteLine(a + b + c);
            }

            async {{type}}<int> Fetch(int seconds)
            {
                await {{wait}};
                return seconds;
            }
            """;

        Report before = Run(Program(awaits));
        Finding finding = Assert.Single(before.Findings);
        Report after = Run(Program(finding.Fix!.Code!.Split('\n')));

        Assert.Empty(after.Findings);
        Assert.Equal(Outcome.Finished, after.Outcome);
        Assert.Equal(before.Stdout, after.Stdout);
        Assert.Equal(before.MakespanSeconds - finding.CostSeconds, after.MakespanSeconds, 6);
    }

    private static Report Run(string source) => Laboratory.Run([new SourceFile("Program.cs", source)]);
}

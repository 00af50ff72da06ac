namespace AsyncBasics.Lab.Tests.Running;

public sealed class DisposalTests
{
    private const string Resource = """

        class Resource : IAsyncDisposable
        {
            public async ValueTask DisposeAsync() => await Task.Delay(1000);
        }
        """;

    [Theory]
    [InlineData("await using var resource = new Resource();")]
    [InlineData("await using (var resource = new Resource()) { }")]
    [InlineData("await using (new Resource()) { }")]
    [InlineData("await using var configured = new Resource().ConfigureAwait(false);")]
    [InlineData("await using (new Resource().ConfigureAwait(true)) { }")]
    public void Run_AwaitUsing_WaitsForTheEndOfItsResource(string source)
    {
        Report report = Programs.Run(source + Resource);

        Assert.Equal(["0-1 waits for DisposeAsync, line 1"], report.LaneOf("Main").Story());
        Assert.Equal(0, report.LaneOf("DisposeAsync").Parent);
    }

    [Fact]
    public void Run_OwnAwaiter_ShowsTheWait()
    {
        Report report = Programs.Run("""
            await new Pause();
            class Pause
            {
                public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => Task.Delay(2000).GetAwaiter();
            }
            """);

        Segment wait = Assert.Single(report.LaneOf("Main").Segments);
        Assert.Equal((TimeSpan.FromSeconds(2), 1), (wait.Duration, wait.Place!.Line));
    }
}

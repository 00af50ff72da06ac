namespace AsyncBasics.Cli.Tests;

/// <summary>The picture that moves below the output. These run on the real clock, for a fraction of a second.</summary>
public sealed class LiveScreenTests
{
    [Theory]
    [InlineData("coroutine")]
    [InlineData("task")]
    public void Live_AtTheEnd_LeavesTheOutputAndThePictureOfEachPart(string dialect)
    {
        using var emulator = new TerminalEmulator(columns: 80);

        int exitCode = EntryCommand.Run(
            ["--live", "--dialect", dialect, "--task", "A=0.3", "--task", "B=0.1"], Interactive(emulator, 80));

        Assert.Equal(0, exitCode);
        Assert.True(emulator.CursorIsVisible);
        string[] lines = emulator.Lines;
        Assert.Equal(
            [
                "--- Sequential execution ---",
                "  Task A starting...",
                "  Task A done after 0.3 seconds",
                "  Task B starting...",
                "  Task B done after 0.1 seconds",
                "Sequential total: ~0 seconds",
                "",
            ],
            lines[..7]);
        Assert.StartsWith("Sequential ", lines[7], StringComparison.Ordinal);
        Assert.Contains(" took ", lines[7], StringComparison.Ordinal);
        int second = Array.IndexOf(lines, "--- Concurrent execution ---");
        Assert.Equal(
            [
                "  Task A starting...",
                "  Task B starting...",
                "  Task B done after 0.1 seconds",
                "  Task A done after 0.3 seconds",
                "Concurrent total: ~0 seconds",
                "",
            ],
            lines[(second + 1)..(second + 7)]);
        // Of every frame but the last of each part nothing is left.
        Assert.Equal(2, lines.Count(line => line.Contains("DoTask A", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Contains("so far", StringComparison.Ordinal));
    }

    [Fact]
    public void Live_WhileTheLoopIsBlocked_GoesOnDrawing()
    {
        using var emulator = new TerminalEmulator(columns: 80);
        using var frames = new FrameCounter(emulator);

        EntryCommand.Run(["--live", "--blocking", "--part", "concurrent", "--task", "A=0.6"], Interactive(frames, 80));

        // Some fifteen a second; a busy machine may leave out some.
        Assert.InRange(frames.Count, 5, 40);
    }

    [Fact]
    public void Live_InANarrowTerminal_StaysWithinItsColumns()
    {
        using var emulator = new TerminalEmulator(columns: 30);

        EntryCommand.Run(["--live", "--part", "concurrent", "--task", "A=0.2"], Interactive(emulator, 30));

        Assert.Equal("--- Concurrent execution ---", emulator.Lines[0]);
        // The program's own lines wrap; those of the picture do not, and none of an earlier frame is left.
        Assert.Single(emulator.Lines, "Concurrent");
        Assert.DoesNotContain(emulator.Lines, line => line.Contains("so far", StringComparison.Ordinal));
    }

    [Fact]
    public void Live_WithAReport_WritesItAboveThePicture()
    {
        using var emulator = new TerminalEmulator(columns: 120);

        EntryCommand.Run(
            ["--live", "--part", "sequential", "--fail", "A", "--task", "A=0.1", "--task", "B=1"], Interactive(emulator, 120));

        int report = Array.IndexOf(emulator.Lines, "warning: coroutine 'DoTask' was never awaited");
        int picture = Array.FindIndex(emulator.Lines, line => line.Contains(" took ", StringComparison.Ordinal));
        Assert.InRange(report, 0, picture);
    }

    [Fact]
    public void Show_OfMoreLinesThanTheTerminalHas_DrawsThoseThatFit()
    {
        using var emulator = new TerminalEmulator(columns: 20);
        Terminal terminal = Interactive(emulator, 20) with { Size = () => new TerminalSize(20, 5) };
        using var screen = new LiveScreen(terminal);

        screen.Show(_ => [.. Enumerable.Range(1, 9).Select(number => $"line {number}")]);
        string[] shown = emulator.Lines;
        screen.Leave();

        Assert.Equal(["line 1", "line 2", "line 3", "line 4", ""], shown);
        Assert.Equal("line 9", emulator.Lines[^2]);
    }

    private static Terminal Interactive(TextWriter writer, int columns) => new()
    {
        Out = writer,
        Error = writer,
        IsInteractive = true,
        Unicode = true,
        Colour = true,
        Size = () => new TerminalSize(columns, 50),
    };

    private sealed class FrameCounter(TextWriter inner) : TextWriter
    {
        public int Count { get; private set; }

        public override System.Text.Encoding Encoding => inner.Encoding;

        public override void Write(char value) => inner.Write(value);

        public override void Write(string? value)
        {
            Count += value is not null && value.Contains("BlockingTask", StringComparison.Ordinal) ? 1 : 0;
            inner.Write(value);
        }
    }
}

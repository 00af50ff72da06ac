using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>
/// Does once, on a thread of its own, what comes at the end of a run: while the compiler works on the program, the runtime gets the code
/// ready that writes, reads and draws its report. On a machine with two cores the report is there a good deal sooner.
/// </summary>
internal static class Warming
{
    private static readonly Report s_sample = new()
    {
        Program = "Program.cs",
        Dialect = Lab.Dialect.Tasks,
        Outcome = Outcome.Finished,
        Files = [new SourceFile("Program.cs", "await Task.Delay(1000);")],
        Findings =
        [
            new Finding
            {
                Id = "AB005",
                Kind = "sequential-independent",
                Title = "sample",
                Message = "A sample.",
                File = "Program.cs",
                Line = 1,
                Column = 1,
                EndLine = 1,
                EndColumn = 6,
                Lesson = "sample",
                CostSeconds = 1,
                Fix = new Fix("sample", "sample"),
                Ghosts = [new Ghost(0, TimeSpan.Zero, TimeSpan.FromSeconds(1))],
            },
        ],
        Timeline = new Timeline
        {
            Title = "Program.cs",
            Took = TimeSpan.FromSeconds(1),
            Scale = TimeSpan.FromSeconds(1),
            Lanes =
            [
                new Lane
                {
                    Name = "Main",
                    Start = TimeSpan.Zero,
                    End = TimeSpan.FromSeconds(1),
                    State = FutureState.Succeeded,
                    Steps = [TimeSpan.Zero],
                    Output = [new OutputLine(TimeSpan.Zero, "sample")],
                    Segments =
                    [
                        new Segment { Kind = SegmentKind.Waiting, Start = TimeSpan.Zero, End = TimeSpan.FromSeconds(1), Text = "sleeps 1 s" },
                    ],
                },
            ],
        },
    };

    /// <summary>In the host: writing.</summary>
    public static void BeginForHost() => Begin(() => ReportTransfer.Write(s_sample));

    /// <summary>In the command: reading and drawing.</summary>
    public static void BeginForCommand(TextTimelineOptions options) =>
        Begin(() => TextReport.Render(ReportTransfer.Read(ReportTransfer.Write(s_sample)), options));

    private static void Begin(Action work) => new Thread(() => work()) { Name = "warming", IsBackground = true }.Start();
}

namespace AsyncBasics.Lab;

/// <summary>What one column of a lane shows.</summary>
internal enum Cell
{
    Blank,
    Step,
    Runs,
    Waits,
    WaitsCritically,
    WaitsForLanes,
    Starved,
    Blocked,
    BlockedBeside,
    Done,
    Failed,
    Cancelled,
    GoesOn,
    Ghost,
}

/// <summary>The characters for cells, their colours, and what they mean.</summary>
internal static class Cells
{
    private const string Unicode = " ●━░▒┈·█▄○×┤›╌";
    private const string Ascii = " *+-=.:#%ox|>_";

    public static char Character(Cell cell, bool unicode) => (unicode ? Unicode : Ascii)[(int)cell];

    public static TextStyle Style(Cell cell) => cell switch
    {
        Cell.WaitsForLanes => TextStyle.Quiet,
        Cell.Ghost => TextStyle.Suggestion,
        Cell.Waits => TextStyle.Waiting,
        Cell.WaitsCritically => TextStyle.Critical,
        Cell.Starved => TextStyle.Starved,
        Cell.Blocked => TextStyle.Blocked,
        Cell.BlockedBeside => TextStyle.Cancelled,
        Cell.Runs or Cell.Step => TextStyle.Running,
        Cell.Done => TextStyle.Done,
        Cell.Failed => TextStyle.Failed,
        Cell.Cancelled => TextStyle.Cancelled,
        _ => TextStyle.Plain,
    };

    public static string Meaning(Cell cell) => cell switch
    {
        Cell.WaitsForLanes => "waits for others",
        Cell.Waits => "waits",
        Cell.WaitsCritically => "waits, critical",
        Cell.Starved => "starved",
        Cell.Blocked => "blocks the loop",
        Cell.BlockedBeside => "blocks its thread",
        Cell.Runs => "runs long",
        Cell.Step => "runs",
        Cell.Done => "done",
        Cell.Failed => "failed",
        Cell.Cancelled => "cancelled",
        Cell.GoesOn => "not done",
        Cell.Ghost => "could have run",
        _ => string.Empty,
    };
}

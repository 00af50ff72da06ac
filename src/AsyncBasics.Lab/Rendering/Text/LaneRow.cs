namespace AsyncBasics.Lab;

/// <summary>Draws one lane on the columns of an axis.</summary>
internal static class LaneRow
{
    /// <param name="lane">The lane.</param>
    /// <param name="ghosts">Where it could have run.</param>
    /// <param name="axis">The columns.</param>
    public static Cell[] Draw(Lane lane, IEnumerable<Ghost> ghosts, TimeAxis axis)
    {
        var cells = new Cell[axis.Columns];
        foreach (Ghost ghost in ghosts)
        {
            cells.AsSpan(axis.ColumnOf(ghost.Start)..axis.ColumnOf(ghost.End)).Fill(Cell.Ghost);
        }

        foreach (Segment segment in lane.Segments)
        {
            cells.AsSpan(axis.ColumnOf(segment.Start)..axis.ColumnOf(segment.End)).Fill(Bar(segment));
        }

        foreach (TimeSpan step in lane.Steps)
        {
            // A bar of code that runs or blocks is a step already.
            ref Cell cell = ref cells[axis.ColumnOf(step)];
            cell = cell is Cell.Runs or Cell.Blocked or Cell.BlockedBeside ? cell : Cell.Step;
        }

        ref Cell last = ref cells[axis.ColumnOf(lane.End)];
        last = lane.State switch
        {
            FutureState.Succeeded => Cell.Done,
            FutureState.Failed => Cell.Failed,
            FutureState.Cancelled => Cell.Cancelled,
            _ => last == Cell.Step && axis.ColumnOf(lane.Start) == axis.ColumnOf(lane.End) ? Cell.Step : Cell.GoesOn,
        };
        return cells;
    }

    private static Cell Bar(Segment segment) => segment.Kind switch
    {
        SegmentKind.Running => Cell.Runs,
        SegmentKind.Ready => Cell.Starved,
        SegmentKind.Blocked => segment.LeavesLoop ? Cell.BlockedBeside : Cell.Blocked,
        _ when segment.Target is WaitTarget.Lanes or WaitTarget.Call => Cell.WaitsForLanes,
        _ => segment.IsCritical ? Cell.WaitsCritically : Cell.Waits,
    };
}

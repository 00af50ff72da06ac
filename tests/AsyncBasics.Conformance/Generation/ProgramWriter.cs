using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Generation;

/// <summary>Lays a program out: how many functions, who starts whom, how main ends; then writes the bodies.</summary>
internal sealed class ProgramWriter(Draft draft)
{
    private readonly RandomSource _random = draft.Random;

    internal AsyncProgram Write()
    {
        // Some tasks share a function, as workers do.
        int functionCount = draft.FunctionCount = 1 + Math.Max(1, draft.TaskGoal * _random.Between(50, 100) / 100);
        ILookup<int, int> children = DrawParents(functionCount);
        BlockWriter blocks = new(draft);

        List<IReadOnlyList<Statement>> functions = [];
        for (int function = 0; function < functionCount; function++)
        {
            // Main gets a double share: it is the one that sees most of the others.
            int share = draft.StatementBudget * (function == 0 ? 2 : 1) / (functionCount + 1);
            int budget = Math.Max(2, share * _random.Between(60, 140) / 100);
            Place place = new(function, 0, []);
            IReadOnlyList<Statement> body = blocks.Write(place, budget, children[function]);
            functions.Add(function == 0 ? WrapUp(body) : body);
        }

        if (_random.Percent(65))
            AddWatchdog(functions);
        return new AsyncProgram(draft.Things, functions, draft.TasksAreEager);
    }

    /// <summary>
    /// A task that cancels everybody else after a while. It keeps a program from ending in a deadlock, and meets the
    /// others in whatever they are waiting for then.
    /// </summary>
    private void AddWatchdog(List<IReadOnlyList<Statement>> functions)
    {
        List<Statement> watchdog = [];
        for (int round = _random.Between(1, 3); round > 0; round--)
            watchdog.AddRange([new Statement.Sleep(_random.Of(20, 30, 50, 100)), new Statement.CancelAll(draft.Reason())]);
        functions.Add(watchdog);
        functions[0] = [new Statement.Create("watchdog", functions.Count - 1), .. functions[0]];
    }

    /// <summary>Every function is started by an earlier one, by main most often.</summary>
    private ILookup<int, int> DrawParents(int functionCount) => Enumerable.Range(1, functionCount - 1)
        .Select(child => (Parent: _random.Percent(65) ? 0 : _random.Below(child), Child: child))
        .ToArray()
        .ToLookup(pair => pair.Parent, pair => pair.Child);

    /// <summary>Most programs end by cancelling what is left and waiting for it; others just wait, or just end.</summary>
    private IReadOnlyList<Statement> WrapUp(IReadOnlyList<Statement> body)
    {
        Statement[]? end = _random.Below(100) switch
        {
            < 60 => [new Statement.CancelAll(draft.Reason()), new Statement.Settle()],
            < 85 => [new Statement.Settle()],
            _ => null,
        };
        return end is null ? body : [new Statement.Try(body, [], end)];
    }
}

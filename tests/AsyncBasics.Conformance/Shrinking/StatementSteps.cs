using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Shrinking;

/// <summary>
/// The ways in which one statement becomes simpler and stays. No step leads back to where another came from, or
/// shrinking would not end: numbers only fall, lists only get shorter, and what is optional only goes away.
/// </summary>
internal static class StatementSteps
{
    internal static IEnumerable<Statement> Simpler(Statement statement) => statement switch
    {
        Statement.Sleep sleep => Lower(sleep.Ms).Select(ms => sleep with { Ms = ms }),
        Statement.Repeat repeat => Lower(repeat.Times).Where(times => times > 0).Select(times => repeat with { Times = times }),
        Statement.Create { Eager: not null } create => [create with { Eager = null }],
        Statement.Cancel { Reason: not null } cancel => [cancel with { Reason = null }],
        Statement.CancelAll { Reason: not null } all => [all with { Reason = null }],
        Statement.Try @try => OfTry(@try),
        Statement.Gather gather => Fewer(gather.Parts).Select(parts => gather with { Parts = parts }),
        Statement.AsCompleted completed =>
        [
            .. Fewer(completed.Parts).Select(parts => completed with { Parts = parts }),
            .. Lower(completed.Ms).Select(ms => completed with { Ms = ms }),
        ],
        Statement.Wait wait =>
        [
            .. Without(wait.Targets).Select(targets => wait with { Targets = targets }),
            .. Lower(wait.Ms).Select(ms => wait with { Ms = ms }),
        ],
        Statement.WaitFor wait =>
        [
            .. Simpler(wait.Awaited).Select(awaited => wait with { Awaited = awaited }),
            .. Lower(wait.Ms).Select(ms => wait with { Ms = ms }),
        ],
        Statement.Shield shield => Simpler(shield.Awaited).Select(awaited => shield with { Awaited = awaited }),
        Statement.Timeout timeout => Lower(timeout.Ms).Select(ms => timeout with { Ms = ms }),
        Statement.Reschedule reschedule => Lower(reschedule.Ms).Select(ms => reschedule with { Ms = ms }),
        Statement.Later later => Lower(later.Ms).Select(ms => later with { Ms = ms }),
        Statement.Shutdown { Immediate: true } shutdown => [shutdown with { Immediate = false }],
        Statement.Notify { Count: > 1 } notify => [notify with { Count = 1 }],
        Statement.WaitUntil { Least: > 1 } until => [until with { Least = 1 }],
        _ => [],
    };

    private static IEnumerable<Statement> OfTry(Statement.Try statement)
    {
        for (int index = 0; index < statement.Catches.Count; index++)
        {
            Handler handler = statement.Catches[index];
            IEnumerable<Handler> before = statement.Catches.Take(index);
            IEnumerable<Handler> after = statement.Catches.Skip(index + 1);
            yield return statement with { Catches = [.. before, .. after] };
            if (handler.Rethrow)
            {
                yield return statement with { Catches = [.. before, handler with { Rethrow = false }, .. after] };
            }
        }
    }

    private static IEnumerable<IReadOnlyList<Awaitable>> Fewer(IReadOnlyList<Awaitable> parts)
    {
        foreach (IReadOnlyList<Awaitable> fewer in Without(parts))
        {
            yield return fewer;
        }

        for (int index = 0; index < parts.Count; index++)
        {
            foreach (Awaitable simpler in Simpler(parts[index]))
            {
                yield return [.. parts.Take(index), simpler, .. parts.Skip(index + 1)];
            }
        }
    }

    private static IEnumerable<Awaitable> Simpler(Awaitable awaitable) => awaitable is Awaitable.Gathering gathering
        ? gathering.Parts.Concat<Awaitable>(Fewer(gathering.Parts).Select(parts => gathering with { Parts = parts }))
        : [];

    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> items) =>
        Enumerable.Range(0, items.Count).Select(index => items.Take(index).Concat(items.Skip(index + 1)).ToArray());

    private static IEnumerable<int> Lower(int number) => number switch
    {
        > 1 => [0, 1],
        1 => [0],
        _ => [],
    };

    private static IEnumerable<int?> Lower(int? number) => number switch
    {
        null => [],
        > 1 => [null, 0, 1],
        1 => [null, 0],
        _ => [null],
    };
}

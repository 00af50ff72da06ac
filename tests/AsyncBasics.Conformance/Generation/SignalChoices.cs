using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Generation;

/// <summary>Events, conditions and barriers: what tasks use to tell each other that something has happened.</summary>
internal static class SignalChoices
{
    internal static IEnumerable<Choice> For(Draft draft, BlockWriter blocks) =>
    [
        .. Events(draft),
        .. Conditions(draft, blocks),
        .. Barriers(draft),
    ];

    private static IEnumerable<Choice> Events(Draft draft)
    {
        if (!draft.Themes.Contains(Feature.Event))
            yield break;

        yield return new(12, Waits: true, _ => new Statement.WaitEvent(draft.Thing("E")!));
        yield return new(10, Waits: false, _ => new Statement.SetEvent(draft.Thing("E")!));
        yield return new(5, Waits: false, _ => new Statement.ClearEvent(draft.Thing("E")!));
        yield return new(1, Waits: false, _ => new Statement.Look(draft.Thing("E")!));
    }

    private static IEnumerable<Choice> Conditions(Draft draft, BlockWriter blocks)
    {
        RandomSource random = draft.Random;
        if (!draft.Themes.Contains(Feature.Condition))
            yield break;

        // The three ways in which a condition is meant to be used ...
        yield return new(10, Waits: true, _ => draft.Thing("C") is { } name
            ? new Statement.With(name, [WaitUntil(name)])
            : null, Nests: true);
        yield return new(10, Waits: true, _ => draft.Thing("C") is { } name
            ? new Statement.With(name, [new Statement.WaitCondition(name)])
            : null, Nests: true);
        yield return new(14, Waits: true, _ => draft.Thing("C") is { } name
            ? new Statement.With(name, [new Statement.Add(draft.Thing("x")!, 1), Notify(name)])
            : null, Nests: true);
        // ... and whatever else one can do with it.
        yield return new(4, Waits: true, place => draft.Thing("C") is { } name && !place.Held.Contains(name)
            ? new Statement.With(name, blocks.Inner(LockChoices.Holding(place, name), 3))
            : null, Nests: true);
        yield return new(3, Waits: false, _ => Notify(draft.Thing("C")!));
        yield return new(3, Waits: true, place => place.Held.Count > 0 ? WaitUntil(draft.Thing("C")!) : null);
        yield return new(1, Waits: false, _ => new Statement.Release(draft.Thing("C")!));

        Statement Notify(string name) => new Statement.Notify(name, random.Percent(40) ? null : random.Between(1, 2));

        Statement WaitUntil(string name) => new Statement.WaitUntil(name, draft.Thing("x")!, random.Between(1, 3));
    }

    private static IEnumerable<Choice> Barriers(Draft draft)
    {
        if (!draft.Themes.Contains(Feature.Barrier))
            yield break;

        yield return new(16, Waits: true, _ => new Statement.PassBarrier(draft.Thing("R")!));
        yield return new(1, Waits: true, _ => new Statement.AbortBarrier(draft.Thing("R")!));
        yield return new(1, Waits: true, _ => new Statement.ResetBarrier(draft.Thing("R")!));
        yield return new(2, Waits: false, _ => new Statement.Look(draft.Thing("R")!));
    }
}

using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Generation;

/// <summary>Locks and semaphores: held around a block most often, sometimes taken and given back by hand.</summary>
internal static class LockChoices
{
    internal static IEnumerable<Choice> For(Draft draft, BlockWriter blocks)
    {
        string kinds = (draft.Themes.Contains(Feature.Lock) ? "L" : "")
            + (draft.Themes.Contains(Feature.Semaphore) ? "SB" : "");
        if (draft.Thing(kinds) is null)
            yield break;

        yield return new(20, Waits: true, place =>
            Pick(place) is { } name ? new Statement.With(name, blocks.Inner(Holding(place, name), 3)) : null,
            Nests: true);
        yield return new(3, Waits: true, place => Pick(place) is { } name ? new Statement.Acquire(name) : null);
        yield return new(5, Waits: false, _ => draft.Thing(kinds) is { } name ? new Statement.Release(name) : null);
        yield return new(2, Waits: false, _ => draft.Thing(kinds) is { } name ? new Statement.Locked(name) : null);
        // Several given back at once: only so a semaphore has room while others still queue for it.
        yield return new(4, Waits: true, _ => draft.Thing(kinds.Replace("L", "")) is { } name
            ? new Statement.Repeat(draft.Random.Between(2, 4), [new Statement.Release(name)])
            : null, Nests: true);

        // Taking what one already holds ends in a deadlock more often than not: seldom.
        string? Pick(Place place) =>
            draft.Thing(kinds) is { } name && (!place.Held.Contains(name) || draft.Random.Percent(10)) ? name : null;
    }

    internal static Place Holding(Place place, string name) => place with { Held = place.Held.Add(name) };
}

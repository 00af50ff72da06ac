using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Generation;

/// <summary>Timeouts, waits with a limit, shields and task groups.</summary>
internal static class ScopeChoices
{
    internal static IEnumerable<Choice> For(Draft draft, BlockWriter blocks) =>
    [
        .. Timeouts(draft, blocks),
        .. Groups(draft, blocks),
    ];

    private static IEnumerable<Choice> Timeouts(Draft draft, BlockWriter blocks)
    {
        RandomSource random = draft.Random;
        if (draft.Themes.Contains(Feature.Timeout))
        {
            yield return new(16, Waits: true, place =>
            {
                string name = draft.Name('T');
                Place inner = place with { Timeouts = place.Timeouts.Add(name) };
                return new Statement.Timeout(name, draft.Limit(), blocks.Inner(inner, 5));
            }, Nests: true);
            yield return new(5, Waits: false, place => place.Timeouts.Count == 0
                ? null
                : new Statement.Reschedule(random.Of<string>(place.Timeouts), draft.Limit()));
        }

        if (draft.Themes.Contains(Feature.WaitFor))
            yield return new(16, Waits: true, place => new Statement.WaitFor(draft.Limit(), draft.Awaitable(place)));

        if (draft.Themes.Contains(Feature.Shield))
            yield return new(14, Waits: true, place => new Statement.Shield(draft.Awaitable(place)));
    }

    private static IEnumerable<Choice> Groups(Draft draft, BlockWriter blocks)
    {
        RandomSource random = draft.Random;
        if (!draft.Themes.Contains(Feature.Group))
            yield break;

        yield return new(14, Waits: true, place =>
        {
            string name = draft.Name('G');
            Place inner = place.Inside() with { Groups = place.Groups.Add(name) };
            List<Statement> body = [];
            for (int count = random.Between(0, 3); count > 0; count--)
            {
                if (Spawn(inner) is { } spawn)
                    body.Add(spawn);
            }

            return new Statement.Group(name, [.. body, .. blocks.Write(inner, random.Between(0, 3))]);
        }, Nests: true);
        yield return new(12, Waits: false, Spawn);
        yield return new(2, Waits: false, place => place.Groups.Count > 0 ? new Statement.CancelGroup(random.Of<string>(place.Groups)) : null);

        Statement? Spawn(Place place) =>
            place.Groups.Count > 0 && draft.HasSlots && draft.LaterFunction(place) is { } function
                ? new Statement.Spawn(random.Of<string>(place.Groups), draft.NewSlot(place), function)
                : null;
    }
}

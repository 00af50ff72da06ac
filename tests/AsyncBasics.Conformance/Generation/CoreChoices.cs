using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Generation;

/// <summary>Tasks, sleeping, gather and wait, errors and their handling.</summary>
internal static class CoreChoices
{
    internal static IEnumerable<Choice> For(Draft draft, BlockWriter blocks)
    {
        RandomSource random = draft.Random;

        yield return new(22, Waits: true, _ => new Statement.Sleep(draft.Duration()));
        yield return new(4, Waits: false, _ => new Statement.Log(draft.Text()));
        yield return new(9, Waits: false, place =>
            draft.HasSlots && draft.LaterFunction(place) is { } function
                ? new Statement.Create(draft.NewSlot(place), function, draft.Eager())
                : null);
        yield return new(4, Waits: true, place =>
            draft.LaterFunction(place) is { } function ? new Statement.Call(function) : null);
        yield return new(10, Waits: true, place => new Statement.Join(draft.Target(place)));
        yield return new(8, Waits: false, place => new Statement.Cancel(
            !place.InCallback && random.Percent(12) ? "self" : draft.Target(place), draft.Reason()));
        yield return new(2, Waits: false, place => new Statement.Uncancel(
            place.InCallback || random.Percent(30) ? draft.Target(place) : "self"));
        yield return new(4, Waits: false, place => new Statement.State(
            !place.InCallback && random.Percent(30) ? "self" : draft.Target(place)));
        yield return new(1, Waits: false, _ => new Statement.CountTasks());
        yield return new(7, Waits: true, place => new Statement.Gather(draft.Awaitables(place), random.Percent(40)));
        yield return new(6, Waits: true, place => new Statement.Wait(
            random.Of("all", "first", "first", "error"), random.Percent(40) ? draft.Duration() : null, Targets(place)));
        yield return new(2, Waits: true, _ => new Statement.Raise(draft.Text()));
        yield return new(1, Waits: true, place =>
            place.AtTheEnd || place.Function == 0 ? null : new Statement.Return(random.Below(10)));
        yield return new(2, Waits: true, place =>
            new Statement.Repeat(random.Between(2, 3), blocks.Inner(place, 3)), Nests: true);
        yield return new(6, Waits: true, place => new Statement.Try(
            blocks.Inner(place, 4),
            random.Percent(70) ? [blocks.Handler(place)] : [],
            random.Percent(50) ? blocks.Inner(place with { AtTheEnd = true }, 2) : []), Nests: true);

        if (draft.Themes.Contains(Feature.Variable))
        {
            yield return new(10, Waits: false, _ => new Statement.SetVariable(draft.Thing("v")!, random.Below(10)));
            yield return new(14, Waits: false, _ => new Statement.GetVariable(draft.Thing("v")!));
        }

        if (draft.Themes.Contains(Feature.AsCompleted))
        {
            yield return new(14, Waits: true, place => new Statement.AsCompleted(
                random.Percent(30) ? draft.Duration() : null, draft.Awaitables(place)));
        }

        List<string> Targets(Place place) =>
            [.. Enumerable.Range(0, random.Weighted([(25, 1), (45, 2), (20, 3), (10, 4)])).Select(_ => draft.Target(place))];
    }
}

using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Generation;

/// <summary>Queues, with and without a bound, and in three orders.</summary>
internal static class QueueChoices
{
    private const string Kinds = "QPK";

    internal static IEnumerable<Choice> For(Draft draft)
    {
        RandomSource random = draft.Random;
        if (!draft.Themes.Contains(Feature.Queue))
            yield break;

        yield return new(14, Waits: true, _ => new Statement.Put(draft.Thing(Kinds)!, random.Below(10)));
        yield return new(13, Waits: true, _ => new Statement.Get(draft.Thing(Kinds)!));
        yield return new(4, Waits: false, _ => new Statement.PutNow(draft.Thing(Kinds)!, random.Below(10)));
        yield return new(3, Waits: false, _ => new Statement.GetNow(draft.Thing(Kinds)!));
        yield return new(5, Waits: false, _ => new Statement.TaskDone(draft.Thing(Kinds)!));
        yield return new(2, Waits: true, _ => new Statement.JoinQueue(draft.Thing(Kinds)!));
        yield return new(1, Waits: false, _ => new Statement.Shutdown(draft.Thing(Kinds)!, random.Percent(30)));
        yield return new(1, Waits: false, _ => new Statement.Look(draft.Thing(Kinds)!));
    }
}

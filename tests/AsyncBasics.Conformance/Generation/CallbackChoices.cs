using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Generation;

/// <summary>Futures that somebody completes, and callbacks of the loop, of timers and of what is done.</summary>
internal static class CallbackChoices
{
    internal static IEnumerable<Choice> For(Draft draft, BlockWriter blocks)
    {
        RandomSource random = draft.Random;
        if (draft.Themes.Contains(Feature.Future))
        {
            yield return new(8, Waits: false, _ =>
                draft.Thing("F") is { } future ? new Statement.Resolve(future, random.Below(10)) : null);
            yield return new(4, Waits: false, _ =>
                draft.Thing("F") is { } future ? new Statement.Fail(future, draft.Text()) : null);
            yield return new(8, Waits: true, _ =>
                draft.Thing("F") is { } future ? new Statement.Join(future) : null);
        }

        if (!draft.Themes.Contains(Feature.Callback))
            yield break;

        List<string> handles = [], doneCallbacks = [];
        yield return new(8, Waits: false, place => place.InCallback
            ? null
            : new Statement.Later(NewHandle(), draft.Duration(), blocks.Immediate(place)));
        yield return new(5, Waits: false, place => place.InCallback
            ? null
            : new Statement.Soon(NewHandle(), blocks.Immediate(place)));
        yield return new(5, Waits: false, place => place.InCallback
            ? null
            : new Statement.OnDone(NewDoneCallback(), draft.Target(place), blocks.Immediate(place)));
        yield return new(3, Waits: false, place => doneCallbacks.Count == 0
            ? null
            : new Statement.Undo(random.Of(doneCallbacks), draft.Target(place)));
        yield return new(3, Waits: false, _ => handles.Count == 0 ? null : new Statement.Drop(random.Of(handles)));

        string NewHandle() => New('h', handles);

        string NewDoneCallback() => New('d', doneCallbacks);

        string New(char kind, List<string> known)
        {
            string name = draft.Name(kind);
            known.Add(name);
            return name;
        }
    }
}

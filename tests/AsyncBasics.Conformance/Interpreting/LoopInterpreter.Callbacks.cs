using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Interpreting;

/// <content>Futures and callbacks.</content>
internal sealed partial class LoopInterpreter
{
    private readonly Dictionary<string, Handle> _handles = [];
    private readonly Dictionary<string, Action<Future>> _doneCallbacks = [];

    private void Resolve(Context context, Statement.Resolve resolve) =>
        Attempt(context, $"resolve {resolve.Target} {resolve.Value}", () =>
        {
            _futures[resolve.Target].SetResult(resolve.Value);
            return null;
        });

    private void Fail(Context context, Statement.Fail fail) =>
        Attempt(context, $"fail {fail.Target} {fail.Text}", () =>
        {
            _futures[fail.Target].SetException(new BoomException(fail.Text));
            return null;
        });

    private void Later(Context context, Statement.Later later)
    {
        _handles[later.Name] = _loop.CallLater(Milliseconds(later.Ms), () => ActAtOnce(_callbacks, later.Act));
        Log(context, $"later {later.Name} {later.Ms}");
    }

    private void Soon(Context context, Statement.Soon soon)
    {
        _handles[soon.Name] = _loop.CallSoon(() => ActAtOnce(_callbacks, soon.Act));
        Log(context, $"soon {soon.Name}");
    }

    private void Drop(Context context, Statement.Drop drop)
    {
        bool known = _handles.TryGetValue(drop.Name, out Handle? handle);
        handle?.Cancel();
        Log(context, known ? $"drop {drop.Name}" : $"drop {drop.Name} none");
    }

    private void OnDone(Context context, Statement.OnDone on)
    {
        if (!_doneCallbacks.TryGetValue(on.Name, out Action<Future>? callback))
        {
            _doneCallbacks[on.Name] = callback = _ => ActAtOnce(_callbacks, on.Act);
        }

        Future? future = FutureNamed(on.Target);
        future?.AddDoneCallback(callback);
        Log(context, future is null ? $"ondone {on.Target} none" : $"ondone {on.Target}");
    }

    private void Undo(Context context, Statement.Undo undo)
    {
        string count = FutureNamed(undo.Target) is { } future && _doneCallbacks.TryGetValue(undo.Name, out Action<Future>? callback)
            ? $"= {future.RemoveDoneCallback(callback)}"
            : "none";
        Log(context, $"undo {undo.Name} {undo.Target} {count}");
    }
}

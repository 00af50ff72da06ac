namespace AsyncBasics.Conformance.Interpreting;

/// <content>What the program's names stand for, and who awaits whom.</content>
internal sealed partial class LoopInterpreter
{
    private readonly Dictionary<string, int> _created = [];
    private readonly Dictionary<string, Context> _slots = [];
    private readonly List<Context> _contexts = [];
    private readonly Dictionary<string, Future<int?>> _futures = [];
    private readonly Dictionary<Context, List<Context>> _waits = [];
    private readonly Dictionary<Context, List<Context>> _members = [];

    private void MakeThings()
    {
        // The locks before the conditions that share them.
        foreach ((string name, int size) in _program.Things.OrderBy(thing => thing.Key[0] == 'C'))
        {
            if (name[0] == 'F')
            {
                _futures[name] = new Future<int?>(_loop);
            }
            else
            {
                MakePrimitive(name, size);
            }
        }
    }

    /// <summary>A new task's name: its slot, and from the second one on a number, for a slot can be filled again.</summary>
    private Context Named(string slot)
    {
        int count = _created[slot] = _created.GetValueOrDefault(slot) + 1;
        return new Context(count == 1 ? slot : $"{slot}.{count}");
    }

    private void Register(string slot, Context context)
    {
        _slots[slot] = context;
        _contexts.Add(context);
    }

    /// <summary>The task or future of that name, if there is one yet.</summary>
    private Future? FutureNamed(string name) =>
        _futures.TryGetValue(name, out Future<int?>? future) ? future : _slots.GetValueOrDefault(name)?.Task;

    private LoopTask? TaskNamed(Context context, string name) =>
        name == "self" ? context.Task : _slots.GetValueOrDefault(name)?.Task;

    /// <summary>
    /// A cycle of awaits deadlocks, and cancelling it makes CPython recurse without end, or wait for ever: a statement that would
    /// close one is passed over. Who has a task group waits for its tasks.
    /// </summary>
    private bool WouldWaitForItself(Context context, IEnumerable<Context> targets)
    {
        HashSet<Context> seen = [];
        Stack<Context> rest = new(targets);
        while (rest.TryPop(out Context? current))
        {
            if (current == context)
            {
                return true;
            }

            if (seen.Add(current))
            {
                _waits.GetValueOrDefault(current)?.ForEach(rest.Push);
                _members.GetValueOrDefault(current)?.ForEach(rest.Push);
            }
        }

        return false;
    }
}

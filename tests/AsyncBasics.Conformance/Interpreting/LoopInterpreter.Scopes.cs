using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Interpreting;

/// <content>Time limits, shields and task groups.</content>
internal sealed partial class LoopInterpreter
{
    private readonly Dictionary<string, CancelScope> _timeouts = [];
    private readonly Dictionary<string, (TaskGroup Group, Context Owner, int OpenOnEntry)> _groups = [];

    private async Coroutine<Returned?> Timeout(Context context, Statement.Timeout timeout)
    {
        string label = timeout.Ms is null ? $"timeout {timeout.Name}" : $"timeout {timeout.Name} {timeout.Ms}";
        CancelScope? scope = null;
        Returned? returned;
        try
        {
            returned = await Asyncio.Timeout(Seconds(timeout.Ms), entered =>
            {
                scope = _timeouts[timeout.Name] = entered;
                return Block(context, timeout.Body);
            });
        }
        catch (Exception error)
        {
            Log(context, $"{label} ! {Words.OfError(error)} expired {Words.OfValue(scope!.CancelCalled)}");
            throw;
        }

        Log(context, $"{label} = expired {Words.OfValue(scope!.CancelCalled)}");
        return returned;
    }

    private void Reschedule(Context context, Statement.Reschedule reschedule)
    {
        string label = $"reschedule {reschedule.Name} {Words.OfValue(reschedule.Ms)}";
        if (!_timeouts.TryGetValue(reschedule.Name, out CancelScope? scope))
        {
            Log(context, $"{label} none");
            return;
        }

        Attempt(context, label, () =>
        {
            scope.Deadline = reschedule.Ms is { } ms ? _loop.Time + Milliseconds(ms) : null;
            return null;
        });
    }

    private async Coroutine WaitFor(Context context, Statement.WaitFor wait)
    {
        string label = $"waitfor {Words.OfValue(wait.Ms)} {wait.Awaited}";
        double? limit = Seconds(wait.Ms);
        if (wait.Awaited is Awaitable.Coroutine coroutine && limit is null or > 0)
        {
            // The coroutine runs in the task that waits, so what it does is logged under that task's name.
            Coroutine<int?> body = FunctionBody(context, coroutine.Run);
            await Observed(context, label, Text(Asyncio.WaitFor(body, limit)));
        }
        else
        {
            await Awaiting(context, wait.Awaited, label, made => WithLimit(made, limit));
        }
    }

    private static async Coroutine<string> WithLimit(Made made, double? limit)
    {
        switch (made.Future)
        {
            case null:
                return Words.OfValue(await Asyncio.WaitFor(made.Coroutine, limit));
            case LoopTask<int?> task:
                return Words.OfValue(await Asyncio.WaitFor(task, limit));
            case Future<int?> shared:
                return Words.OfValue(await Asyncio.WaitFor(shared, limit));
            default:
                await Asyncio.WaitFor(made.Future, limit);
                return made.Result!();
        }
    }

    private async Coroutine Shield(Context context, Statement.Shield shield)
    {
        string label = $"shield {shield.Awaited}";
        if (Make(shield.Awaited, []) is { } made)
        {
            await Observed(context, label, Shielded(made));
        }
        else
        {
            Log(context, $"{label} none");
        }
    }

    private static async Coroutine<string> Shielded(Made made)
    {
        switch (made.Future)
        {
            case null:
                return Words.OfValue(await Asyncio.Shield(made.Coroutine));
            case LoopTask<int?> task:
                return Words.OfValue(await Asyncio.Shield(task));
            case Future<int?> shared:
                return Words.OfValue(await Asyncio.Shield(shared));
            default:
                await Asyncio.Shield(made.Future);
                return made.Result!();
        }
    }

    private async Coroutine<Returned?> Group(Context context, Statement.Group group)
    {
        Returned? returned;
        try
        {
            returned = await TaskGroup.Run(entered =>
            {
                _groups[group.Name] = (entered, context, context.Task!.Cancelling);
                return Block(context, group.Body);
            });
        }
        catch (Exception error)
        {
            Log(context, $"group {group.Name} ! {Words.OfError(error)}");
            throw;
        }

        Log(context, $"group {group.Name} left");
        return returned;
    }

    private void Spawn(Context context, Statement.Spawn spawn)
    {
        if (!_groups.TryGetValue(spawn.Into, out (TaskGroup Group, Context Owner, int OpenOnEntry) into))
        {
            Log(context, $"spawn {spawn.Into} {spawn.Slot} none");
            return;
        }

        Context created = Named(spawn.Slot);
        AttemptTo(context, $"spawn {spawn.Into} {created.Name}", () =>
        {
            if (_program.Eager)
            {
                // A member before its first step, in which it may look for whom to wait for.
                AddMember(into.Owner, created);
                into.Group.CreateTask(ImplicitTaskBody(spawn.Slot, created, spawn.Run), created.Name);
            }
            else
            {
                created.Task = into.Group.CreateTask(TaskBody(created, spawn.Run), created.Name);
                Register(spawn.Slot, created);
                AddMember(into.Owner, created);
            }
        });
    }

    private void CancelGroup(Context context, Statement.CancelGroup cancel)
    {
        if (!_groups.TryGetValue(cancel.Name, out (TaskGroup Group, Context Owner, int OpenOnEntry) group))
        {
            Log(context, $"cancelgroup {cancel.Name} none");
        }
        else if (group.OpenOnEntry > 0 || group.Owner.Task!.Cancelling > 0)
        {
            Log(context, $"cancelgroup {cancel.Name} open");
        }
        else
        {
            group.Group.Cancel();
            Log(context, $"cancelgroup {cancel.Name}");
        }
    }

    private void AddMember(Context owner, Context member)
    {
        if (!_members.TryGetValue(owner, out List<Context>? members))
        {
            _members[owner] = members = [];
        }

        members.Add(member);
    }

    private static double? Seconds(int? ms) => ms / 1000.0;
}

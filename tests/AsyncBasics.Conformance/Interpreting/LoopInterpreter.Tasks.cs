using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Interpreting;

/// <content>Tasks and their cancellation, and waiting for several.</content>
internal sealed partial class LoopInterpreter
{
    private void Create(Context context, Statement.Create create)
    {
        Context created = Named(create.Slot);
        if (create.Eager ?? _program.Eager)
        {
            _loop.CreateTask(ImplicitTaskBody(create.Slot, created, create.Run), created.Name, eager: true);
        }
        else
        {
            created.Task = _loop.CreateTask(TaskBody(created, create.Run), created.Name, eager: false);
            Register(create.Slot, created);
        }

        Log(context, $"create {created.Name}");
    }

    private void Cancel(Context context, Statement.Cancel cancel)
    {
        Future? future = cancel.Target == "self" ? context.Task : FutureNamed(cancel.Target);
        Log(context, future is null
            ? $"cancel {cancel.Target} none"
            : $"cancel {cancel.Target} = {Words.OfValue(future.Cancel(cancel.Reason))}");
    }

    private void CancelAll(Context context, Statement.CancelAll all)
    {
        foreach (Context each in _contexts.Where(each => each != context && !each.Task!.Done).ToArray())
        {
            each.Task!.Cancel(all.Reason);
        }

        Log(context, "cancelall");
    }

    private void Uncancel(Context context, Statement.Uncancel uncancel)
    {
        LoopTask? task = TaskNamed(context, uncancel.Target);
        Log(context, task is null
            ? $"uncancel {uncancel.Target} none"
            : $"uncancel {uncancel.Target} = {task.Uncancel()}");
    }

    private void State(Context context, Statement.State state)
    {
        string text = TaskNamed(context, state.Target) is { } task
            ? $"{Words.OfState(task)} {task.Cancelling}"
            : _futures.TryGetValue(state.Target, out Future<int?>? future) ? Words.OfState(future) : "none";
        Log(context, $"state {state.Target} {text}");
    }

    private async Coroutine Wait(Context context, Statement.Wait wait)
    {
        (string Name, Future Future)[] named =
        [
            .. wait.Targets
                .Select(name => (Name: name, Future: FutureNamed(name)))
                .Where(each => each.Future is not null)
                .Select(each => (each.Name, each.Future!)),
        ];
        string limit = wait.Ms is null ? "" : $" {wait.Ms}";
        string label = $"wait {wait.Until}{limit} {string.Join(' ', named.Select(each => each.Name))}".TrimEnd();
        await Observed(context, label, WhichAreDone([.. named.Select(each => each.Future)], wait));
    }

    private static async Coroutine<string> WhichAreDone(Future[] futures, Statement.Wait wait)
    {
        ReturnWhen until = wait.Until switch
        {
            "first" => ReturnWhen.FirstCompleted,
            "error" => ReturnWhen.FirstException,
            _ => ReturnWhen.AllCompleted,
        };
        WaitResult<Future> result = await Asyncio.Wait(futures, until, wait.Ms / 1000.0);
        return Words.OfList(futures.Select(future => Words.OfValue(result.Done.Contains(future))));
    }

    private async Coroutine Settle(Context context)
    {
        LoopTask[] others = [.. _contexts.Where(each => each != context).Select(each => each.Task!).Where(task => !task.Done)];
        if (others.Length > 0)
        {
            await Observed(context, "settle", UntilAllAreDone(others));
        }
    }

    private static async Coroutine<string> UntilAllAreDone(LoopTask[] tasks)
    {
        await Asyncio.Wait(tasks);
        return "-";
    }
}

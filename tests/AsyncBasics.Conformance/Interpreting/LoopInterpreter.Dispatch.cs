using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Interpreting;

/// <content>Which method does which statement.</content>
internal sealed partial class LoopInterpreter
{
    /// <summary>Runs a statement that does not wait; false for one that does.</summary>
    private bool ActAtOnce(Context context, Statement statement)
    {
        switch (statement)
        {
            case Statement.Log log:
                Log(context, $"log {log.Text}");
                return true;
            case Statement.Create create:
                Create(context, create);
                return true;
            case Statement.Cancel cancel:
                Cancel(context, cancel);
                return true;
            case Statement.CancelAll all:
                CancelAll(context, all);
                return true;
            case Statement.Uncancel uncancel:
                Uncancel(context, uncancel);
                return true;
            case Statement.State state:
                State(context, state);
                return true;
            case Statement.CountTasks:
                Log(context, $"tasks = {Asyncio.AllTasks(_loop).Count}");
                return true;
            case Statement.Resolve resolve:
                Resolve(context, resolve);
                return true;
            case Statement.Fail fail:
                Fail(context, fail);
                return true;
            case Statement.Later later:
                Later(context, later);
                return true;
            case Statement.Soon soon:
                Soon(context, soon);
                return true;
            case Statement.Drop drop:
                Drop(context, drop);
                return true;
            case Statement.OnDone on:
                OnDone(context, on);
                return true;
            case Statement.Undo undo:
                Undo(context, undo);
                return true;
            case Statement.Reschedule reschedule:
                Reschedule(context, reschedule);
                return true;
            case Statement.CancelGroup cancel:
                CancelGroup(context, cancel);
                return true;
            case Statement.Spawn spawn:
                Spawn(context, spawn);
                return true;
            default:
                return ActOnPrimitive(context, statement);
        }
    }

    private async Coroutine<Returned?> Wait(Context context, Statement statement)
    {
        switch (statement)
        {
            case Statement.Return @return:
                return new Returned(@return.Value);
            case Statement.Raise raise:
                Log(context, $"raise {raise.Text}");
                throw new BoomException(raise.Text);
            case Statement.Repeat repeat:
                return await Repeat(context, repeat);
            case Statement.Try attempt:
                return await Try(context, attempt);
            case Statement.Sleep sleep:
                await Observed(context, $"sleep {sleep.Ms}", Nothing(Asyncio.Sleep(Milliseconds(sleep.Ms))));
                return null;
            case Statement.Call call:
                await Observed(context, $"call f{call.Run}", Text(FunctionBody(context, call.Run)));
                return null;
            case Statement.Join join:
                await Awaiting(context, new Awaitable.Named(join.Target), $"join {join.Target}");
                return null;
            case Statement.Gather gather:
                Awaitable.Gathering gathering = new(gather.Parts, gather.All);
                await Awaiting(context, gathering, gathering.ToString());
                return null;
            case Statement.Wait wait:
                await Wait(context, wait);
                return null;
            case Statement.Settle:
                await Settle(context);
                return null;
            case Statement.AsCompleted completed:
                await AsCompleted(context, completed);
                return null;
            case Statement.Timeout timeout:
                return await Timeout(context, timeout);
            case Statement.WaitFor wait:
                await WaitFor(context, wait);
                return null;
            case Statement.Shield shield:
                await Shield(context, shield);
                return null;
            case Statement.Group group:
                return await Group(context, group);
            case Statement.With with:
                return await Within(context, with);
            default:
                await WaitForPrimitive(context, statement);
                return null;
        }
    }

    private static async Coroutine<string> Text(Coroutine<int?> awaited) => Words.OfValue(await awaited);

    private static TimeSpan Milliseconds(int ms) => TimeSpan.FromMilliseconds(ms);
}

using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Interpreting;

/// <content>Which method does which statement about locks, queues and their like.</content>
internal sealed partial class LoopInterpreter
{
    /// <summary>Runs a statement that does not wait; false for one that does.</summary>
    private bool ActOnPrimitive(Context context, Statement statement)
    {
        switch (statement)
        {
            case Statement.Release release:
                AttemptTo(context, $"release {release.Target}", () => Release(release.Target));
                return true;
            case Statement.Locked locked:
                Log(context, $"locked {locked.Target} = {Words.OfValue(IsLocked(locked.Target))}");
                return true;
            case Statement.SetEvent set:
                Thing<LoopEvent>(set.Target).Set();
                Log(context, $"set {set.Target}");
                return true;
            case Statement.ClearEvent clear:
                Thing<LoopEvent>(clear.Target).Clear();
                Log(context, $"clear {clear.Target}");
                return true;
            case Statement.Notify notify:
                Notify(context, notify);
                return true;
            case Statement.Add add:
                Add(context, add);
                return true;
            case Statement.PutNow put:
                AttemptTo(context, $"putnow {put.Target} {put.Value}", () => Queue(put.Target).PutNow(put.Value));
                return true;
            case Statement.GetNow get:
                Attempt(context, $"getnow {get.Target}", () => Words.OfValue(Queue(get.Target).GetNow()));
                return true;
            case Statement.TaskDone done:
                AttemptTo(context, $"taskdone {done.Target}", () => Queue(done.Target).TaskDone());
                return true;
            case Statement.Shutdown shutdown:
                Queue(shutdown.Target).Shutdown(shutdown.Immediate);
                Log(context, $"shutdown {shutdown.Target}");
                return true;
            case Statement.Look look:
                Log(context, $"look {look.Target} = {Look(look.Target)}");
                return true;
            case Statement.SetVariable set:
                _variables[set.Target].Value = set.Value;
                Log(context, $"setvar {set.Target} {set.Value}");
                return true;
            case Statement.GetVariable get:
                Log(context, $"getvar {get.Target} = {_variables[get.Target].Value ?? _program.Things[get.Target]}");
                return true;
            default:
                return false;
        }
    }

    private Coroutine WaitForPrimitive(Context context, Statement statement) => statement switch
    {
        Statement.Acquire acquire => Observed(context, $"acquire {acquire.Target}", Nothing(Acquire(acquire.Target))),
        Statement.WaitEvent wait => Observed(context, $"waitevent {wait.Target}", Nothing(Thing<LoopEvent>(wait.Target).Wait())),
        Statement.WaitCondition wait =>
            Observed(context, $"waitcondition {wait.Target}", Nothing(Thing<LoopCondition>(wait.Target).Wait())),
        Statement.WaitUntil wait => WaitUntil(context, wait),
        Statement.Put put => Observed(context, $"put {put.Target} {put.Value}", Nothing(Queue(put.Target).Put(put.Value))),
        Statement.Get get => Observed(context, $"get {get.Target}", Number(Queue(get.Target).Get())),
        Statement.JoinQueue join => Observed(context, $"joinqueue {join.Target}", Nothing(Queue(join.Target).Join())),
        Statement.PassBarrier pass => Observed(context, $"barrier {pass.Target}", Number(Thing<LoopBarrier>(pass.Target).Wait())),
        Statement.AbortBarrier abort => Observed(context, $"abort {abort.Target}", Nothing(Thing<LoopBarrier>(abort.Target).Abort())),
        Statement.ResetBarrier reset => Observed(context, $"reset {reset.Target}", Nothing(Thing<LoopBarrier>(reset.Target).Reset())),
        _ => throw new NotSupportedException($"The loop has nothing for this statement: {statement}."),
    };

    private void AttemptTo(Context context, string label, Action act) => Attempt(context, label, () =>
    {
        act();
        return null;
    });
}

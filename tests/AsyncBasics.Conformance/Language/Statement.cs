using System.Text.Json.Serialization;

namespace AsyncBasics.Conformance.Language;

/// <summary>
/// One statement. What each does and what it writes to the log stands in LANGUAGE.md; the records here are its
/// syntax, grouped by theme over several files.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "op")]
[JsonDerivedType(typeof(Log), "log")]
[JsonDerivedType(typeof(Raise), "raise")]
[JsonDerivedType(typeof(Return), "return")]
[JsonDerivedType(typeof(Repeat), "repeat")]
[JsonDerivedType(typeof(Try), "try")]
[JsonDerivedType(typeof(Sleep), "sleep")]
[JsonDerivedType(typeof(Call), "call")]
[JsonDerivedType(typeof(Create), "create")]
[JsonDerivedType(typeof(Join), "join")]
[JsonDerivedType(typeof(Cancel), "cancel")]
[JsonDerivedType(typeof(CancelAll), "cancelall")]
[JsonDerivedType(typeof(Uncancel), "uncancel")]
[JsonDerivedType(typeof(State), "state")]
[JsonDerivedType(typeof(CountTasks), "tasks")]
[JsonDerivedType(typeof(Gather), "gather")]
[JsonDerivedType(typeof(Wait), "wait")]
[JsonDerivedType(typeof(AsCompleted), "ascompleted")]
[JsonDerivedType(typeof(Settle), "settle")]
[JsonDerivedType(typeof(Resolve), "resolve")]
[JsonDerivedType(typeof(Fail), "fail")]
[JsonDerivedType(typeof(Later), "later")]
[JsonDerivedType(typeof(Soon), "soon")]
[JsonDerivedType(typeof(Drop), "drop")]
[JsonDerivedType(typeof(OnDone), "ondone")]
[JsonDerivedType(typeof(Undo), "undo")]
[JsonDerivedType(typeof(Timeout), "timeout")]
[JsonDerivedType(typeof(Reschedule), "reschedule")]
[JsonDerivedType(typeof(WaitFor), "waitfor")]
[JsonDerivedType(typeof(Shield), "shield")]
[JsonDerivedType(typeof(Group), "group")]
[JsonDerivedType(typeof(CancelGroup), "cancelgroup")]
[JsonDerivedType(typeof(Spawn), "spawn")]
[JsonDerivedType(typeof(With), "with")]
[JsonDerivedType(typeof(Acquire), "acquire")]
[JsonDerivedType(typeof(Release), "release")]
[JsonDerivedType(typeof(Locked), "locked")]
[JsonDerivedType(typeof(SetEvent), "set")]
[JsonDerivedType(typeof(ClearEvent), "clear")]
[JsonDerivedType(typeof(WaitEvent), "waitevent")]
[JsonDerivedType(typeof(WaitCondition), "waitcondition")]
[JsonDerivedType(typeof(WaitUntil), "waituntil")]
[JsonDerivedType(typeof(Notify), "notify")]
[JsonDerivedType(typeof(Add), "add")]
[JsonDerivedType(typeof(Put), "put")]
[JsonDerivedType(typeof(Get), "get")]
[JsonDerivedType(typeof(PutNow), "putnow")]
[JsonDerivedType(typeof(GetNow), "getnow")]
[JsonDerivedType(typeof(TaskDone), "taskdone")]
[JsonDerivedType(typeof(JoinQueue), "joinqueue")]
[JsonDerivedType(typeof(Shutdown), "shutdown")]
[JsonDerivedType(typeof(Look), "look")]
[JsonDerivedType(typeof(PassBarrier), "barrier")]
[JsonDerivedType(typeof(AbortBarrier), "abort")]
[JsonDerivedType(typeof(ResetBarrier), "reset")]
[JsonDerivedType(typeof(SetVariable), "setvar")]
[JsonDerivedType(typeof(GetVariable), "getvar")]
internal abstract partial record Statement
{
    /// <summary>The statements inside this one, a list for each place that holds some.</summary>
    internal virtual IReadOnlyList<IReadOnlyList<Statement>> Bodies => [];

    /// <summary>The functions this statement calls or starts, itself and without its bodies.</summary>
    internal virtual IEnumerable<Awaitable.Coroutine> Starts => [];

    /// <summary>The same statement with other statements inside, in the order of <see cref="Bodies"/>.</summary>
    internal virtual Statement WithBodies(IReadOnlyList<IReadOnlyList<Statement>> bodies) => this;
}

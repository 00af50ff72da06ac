using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>An await, with the work that begins for it: a call that could as well have been made earlier.</summary>
/// <param name="Await">The await.</param>
/// <param name="Call">The call that begins the work; <see langword="null"/> when what is awaited is an item of a sequence.</param>
/// <param name="Creation">The statement that made a task of it right before; <see langword="null"/> when the call stands in the await.</param>
internal sealed record AwaitedWork(IAwaitOperation Await, IInvocationOperation? Call, IOperation? Creation)
{
    private static readonly string[] s_phases =
    [
        "Open", "Close", "Connect", "Disconnect", "Begin", "Commit", "Rollback", "Start", "Stop", "Login", "Logout", "LogIn", "LogOut", "SignIn",
        "SignOut", "Lock", "Unlock", "Acquire", "Release", "Initialize", "Init", "Setup", "SetUp", "TearDown", "Cleanup", "CleanUp", "Shutdown",
        "ShutDown", "Flush", "Migrate", "Warmup", "WarmUp", "Prepare", "Seed", "Reset", "Clear", "Backup", "Restore", "Deploy", "Install", "Pause",
        "Wait", "Delay", "Sleep", "Think", "Tick", "Countdown", "CountDown", "Ensure", "Dispose", "Enqueue", "Dequeue", "Throttle", "Retry",
        "Announce", "Append", "Log", "Record", "Finish", "Complete", "Drain",
    ];

    /// <summary>Whether it is made a task and awaited right away.</summary>
    public bool IsCreatedFirst => Creation is not null || (Call is not null && Calls.IsCreateTask(Call));

    /// <summary>Whether what is awaited is an item of a sequence, and its work begins with that.</summary>
    public bool IsItem => Call is null;

    /// <summary>What begins the work.</summary>
    public IOperation Beginning => Call ?? Await.Operation;

    /// <summary>Whether nobody uses what it gives: it is done for what it does.</summary>
    public bool IsCommand => TaskTypes.ResultOf(Beginning.Type) is null || Usage.IsDropped(Await, out _);

    /// <summary>The call that does the work, inside of one that only makes a task of it.</summary>
    public IInvocationOperation? Inner => Call is not null && Calls.IsCreateTask(Call) && Call.Arguments is [{ Value: { } coroutine }, ..]
        ? Calls.Bare(coroutine) as IInvocationOperation
        : Call;

    /// <returns><see langword="null"/> when it is not known to be work: a pause, a lock, a signal, a join of several.</returns>
    public static AwaitedWork? Of(IAwaitOperation await, SourceProgram program)
    {
        IOperation awaited = WithoutTimeout(Calls.Awaited(await));
        if (awaited is IInvocationOperation call)
        {
            return IsWork(call, program) ? new AwaitedWork(await, call, null) : null;
        }

        if (awaited is ILocalReferenceOperation { Local: { } local } && program.InitializerOf(local) is { } value
            && Calls.Unwrapped(value) is IInvocationOperation made && IsWork(made, program))
        {
            bool begunAtAwait = TaskTypes.IsCoroutine(local.Type);
            IOperation? creation = begunAtAwait ? null : CreationRightBefore(await, value);
            return begunAtAwait || creation is not null ? new AwaitedWork(await, made, creation) : null;
        }

        return null;
    }

    /// <summary>A wait that gives up after a while is still a wait for the work.</summary>
    private static IOperation WithoutTimeout(IOperation awaited) =>
        awaited is IInvocationOperation { TargetMethod: { Name: "WaitAsync", ContainingType.Name: "Task" }, Instance: { } task } ? Calls.Unwrapped(task) : awaited;

    private static bool IsWork(IInvocationOperation call, SourceProgram program)
    {
        if (Calls.IsCreateTask(call))
        {
            return call.Arguments is [{ Value: { } coroutine }, ..]
                && (Calls.Bare(coroutine) is not IInvocationOperation inner || IsWork(inner, program));
        }

        bool isPhase = Array.Exists(s_phases, phase => IsNamed(call.TargetMethod.Name, phase));
        bool isKnown = Calls.Is(call, "Task", "Run") || Calls.Is(call, "Asyncio", "ToThread") || Calls.Is(call, "File", "ReadAllTextAsync", "ReadAllLinesAsync", "ReadAllBytesAsync")
            || call.TargetMethod is { ContainingType.Name: "HttpClient" } && call.TargetMethod.Name.StartsWith("Get", StringComparison.Ordinal);
        return !isPhase && (isKnown || program.TargetsOf(call).Any());
    }

    /// <summary>Whether a name is the word, or begins with it: <c>Open</c>, <c>OpenAsync</c>, <c>OpenDoor</c>, and not <c>Opening</c>.</summary>
    private static bool IsNamed(string name, string word) =>
        name.StartsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || char.IsUpper(name[word.Length]) || char.IsDigit(name[word.Length]));

    /// <summary>The statement that makes the task, if nothing is awaited or made between it and the await.</summary>
    private static IOperation? CreationRightBefore(IAwaitOperation await, IOperation value)
    {
        if (Usage.StatementOf(value) is not { } made || Usage.StatementOf(await) is not { } awaited || made.Block != awaited.Block)
        {
            return null;
        }

        int first = made.Block.Operations.IndexOf(made.Statement);
        int last = made.Block.Operations.IndexOf(awaited.Statement);
        IEnumerable<IOperation> between = made.Block.Operations.Skip(first + 1).Take(last - first - 1).SelectMany(SourceProgram.WithinFunction);
        return between.Any(one => one is IAwaitOperation || TaskTypes.IsTask(one.Type) && one is IInvocationOperation) ? null : made.Statement;
    }
}

using AsyncBasics.Conformance.Language;
using AsyncBasics.Conformance.Running;

namespace AsyncBasics.Conformance.Interpreting;

/// <summary>
/// Runs one program on an event loop, with the loop's public API alone, and writes its log. The other half of this pair is
/// python/run.py and python/statements/; LANGUAGE.md says what both have to do.
/// </summary>
internal sealed partial class LoopInterpreter
{
    private readonly AsyncProgram _program;
    private readonly EventLoop _loop;
    private readonly List<LogEntry> _entries = [];
    private readonly Context _callbacks = new("loop");

    internal LoopInterpreter(EventLoop loop, AsyncProgram program)
    {
        _loop = loop;
        _program = program;
        MakeThings();
    }

    internal ProgramLog Execute()
    {
        Context main = new("main");
        LoopTask<int?> task = _loop.CreateTask(TaskBody(main, 0), "main");
        main.Task = task;
        Register("main", main);
        string end = "END";
        try
        {
            _loop.RunUntilComplete(task);
        }
        catch (DeadlockException)
        {
            end = "DEADLOCK";
        }

        Log(_callbacks, end);
        foreach (Context each in _contexts)
        {
            Log(each, $"is {Words.OfState(each.Task!)} {each.Task!.Cancelling}");
        }

        return new ProgramLog(_entries);
    }

    private void Log(Context who, string what) =>
        _entries.Add(new LogEntry(_loop.Time.Ticks / TimeSpan.TicksPerMillisecond, who.Name, what));

    // Functions and blocks

    private async Coroutine<Returned?> Block(Context context, IReadOnlyList<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            if (!ActAtOnce(context, statement) && await Wait(context, statement) is { } returned)
            {
                return returned;
            }
        }

        return null;
    }

    private async Coroutine<int?> FunctionBody(Context context, int index) =>
        (await Block(context, _program.Functions[index]))?.Value;

    private async Coroutine<int?> TaskBody(Context context, int index)
    {
        int? value;
        try
        {
            value = await FunctionBody(context, index);
        }
        catch (Exception error)
        {
            Log(context, $"end ! {Words.OfError(error)}");
            throw;
        }

        Log(context, $"end = {Words.OfValue(value)}");
        return value;
    }

    /// <summary>
    /// The body of a task that a combinator makes of a coroutine, or that begins before it is handed over: it is known by name from its
    /// first step on.
    /// </summary>
    private async Coroutine<int?> ImplicitTaskBody(string slot, Context context, int index)
    {
        context.Task = Asyncio.CurrentTask;
        Register(slot, context);
        return await TaskBody(context, index);
    }

    /// <summary>Awaits something and logs what came of it.</summary>
    private async Coroutine Observed(Context context, string label, Coroutine<string> awaited)
    {
        string value;
        try
        {
            value = await awaited;
        }
        catch (Exception error)
        {
            Log(context, $"{label} ! {Words.OfError(error)}");
            throw;
        }

        Log(context, $"{label} = {value}");
    }

    private static async Coroutine<string> Nothing(Coroutine awaited)
    {
        await awaited;
        return "-";
    }
}

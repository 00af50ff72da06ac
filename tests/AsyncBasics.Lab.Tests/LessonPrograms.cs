using static AsyncBasics.Asyncio;

namespace AsyncBasics.Lab.Tests;

/// <summary>The tasks and programs of the lesson, to be recorded.</summary>
internal static class LessonPrograms
{
    public static async Coroutine<string> DoTask(string name, double seconds)
    {
        EventLoop.Running.WriteOutput($"Task {name} starting...\n");
        await Sleep(seconds);
        EventLoop.Running.WriteOutput($"Task {name} done\n");
        return $"{name} result";
    }

    public static async Coroutine<string> BlockingTask(string name, double seconds)
    {
        BlockingSleep(seconds);
        return $"{name} result";
    }

    public static async Coroutine<string> FailingTask(string name, double seconds)
    {
        await Sleep(seconds);
        throw new ExpectedException($"{name} failed");
    }

    public static async Coroutine Sequential()
    {
        await DoTask("A", 2);
        await DoTask("B", 1);
        await DoTask("C", 3);
    }

    public static async Coroutine Concurrent() => await Gather(DoTask("A", 2), DoTask("B", 1), DoTask("C", 3));

    public static async Coroutine UsingCreateTask()
    {
        LoopTask<string> a = CreateTask(DoTask("A", 2));
        LoopTask<string> b = CreateTask(DoTask("B", 1));
        LoopTask<string> c = CreateTask(DoTask("C", 3));
        await a;
        await b;
        await c;
    }

    public static async Coroutine Blocking() =>
        await Gather(BlockingTask("A", 2), BlockingTask("B", 1), BlockingTask("C", 3));

    public static async Coroutine Failing()
    {
        try
        {
            await Gather(DoTask("A", 2), FailingTask("B", 1), DoTask("C", 3));
        }
        catch (ExpectedException)
        {
            await Sleep(2.5);
        }
    }

    public static async Coroutine Cancelling()
    {
        LoopTask<string> a = CreateTask(DoTask("A", 5));
        await Sleep(1);
        a.Cancel("enough");
        await Sleep(1);
    }

    public static async Coroutine FirstCompletes()
    {
        LoopTask<string> a = CreateTask(DoTask("A", 2));
        LoopTask<string> b = CreateTask(DoTask("B", 1));
        await Wait<LoopTask<string>>([a, b], FirstCompleted);
    }

    public static async Coroutine NestedGathers() =>
        await Gather(Gather(DoTask("A", 2), DoTask("B", 1)), Gather(DoTask("C", 3), DoTask("D", 0.5)));
}

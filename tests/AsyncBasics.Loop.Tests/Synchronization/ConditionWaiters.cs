using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>What the tests of conditions have in common.</summary>
internal static class ConditionWaiters
{
    /// <summary>Starts a task for each name that waits once and then writes its name.</summary>
    public static LoopTask[] StartWaiters(LoopCondition condition, List<string> log, params string[] names)
    {
        return [.. names.Select(name => CreateTask(Wait(name)))];

        async Coroutine Wait(string name)
        {
            using (await condition.Acquire())
            {
                await condition.Wait();
                log.Add(name);
            }
        }
    }

    public static async Coroutine NotifyAll(LoopCondition condition)
    {
        using (await condition.Acquire())
        {
            condition.NotifyAll();
        }
    }
}

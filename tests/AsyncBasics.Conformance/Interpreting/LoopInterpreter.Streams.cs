using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Interpreting;

/// <content>as_completed.</content>
internal sealed partial class LoopInterpreter
{
    private async Coroutine AsCompleted(Context context, Statement.AsCompleted completed)
    {
        string limit = completed.Ms is null ? "" : $" {completed.Ms}";
        string label = $"ascompleted{limit} {string.Join(' ', completed.Parts)}".TrimEnd();
        Made[] parts = [.. completed.Parts.Select(part => Make(part, [])).OfType<Made>()];
        await Observed(context, label, Nothing(EachAsItEnds(context, parts, Seconds(completed.Ms))));
    }

    private async Coroutine EachAsItEnds(Context context, Made[] parts, double? limit)
    {
        try
        {
            // Coroutines alone go to the stream as they are, so that it is the one that makes tasks of them.
            if (parts.Length > 0 && parts.All(part => part.Future is null))
            {
                await foreach (LoopTask<int?> task in Asyncio.AsCompleted(parts.Select(part => part.Coroutine), limit))
                {
                    await Completed(context, task, () => Words.OfResult(task));
                }
            }
            else
            {
                Dictionary<Future, Func<string>> results = [];
                Future[] futures = [.. parts.Select(part => part.Scheduled()).Select(part =>
                {
                    results[part.Future!] = part.Result!;
                    return part.Future!;
                })];
                await foreach (Future future in Asyncio.AsCompleted(futures, limit))
                {
                    await Completed(context, future, results[future]);
                }
            }
        }
        catch (TimeoutException error)
        {
            Log(context, $"completed ! {Words.OfError(error)}");
        }
    }

    /// <summary>Logs how one ended. A cancellation goes on, and a timeout too: it ends the statement, whosever it is.</summary>
    private async Coroutine Completed(Context context, Future future, Func<string> result)
    {
        try
        {
            await future;
        }
        catch (Exception error) when (error is not (CancelledException or TimeoutException))
        {
            Log(context, $"completed ! {Words.OfError(error)}");
            return;
        }

        Log(context, $"completed = {result()}");
    }
}

using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Interpreting;

/// <content>What can be awaited by more than one statement: tasks and futures by name, coroutines, and gathers of these.</content>
internal sealed partial class LoopInterpreter
{
    /// <summary>Something made for awaiting: a coroutine that is still cold, or a future and how to read its result.</summary>
    private readonly record struct Made(Coroutine<int?> Coroutine, Future? Future, Func<string>? Result)
    {
        /// <summary>The future, with a task made of a coroutine.</summary>
        internal Made Scheduled()
        {
            if (Future is not null)
            {
                return this;
            }

            LoopTask<int?> task = Asyncio.CreateTask(Coroutine);
            return new Made(default, task, () => Words.OfResult(task));
        }
    }

    /// <summary>The tasks an awaitable leads to, as far as they exist before it is awaited.</summary>
    private IEnumerable<Context> References(Awaitable awaitable) => awaitable switch
    {
        Awaitable.Named named => _slots.TryGetValue(named.Name, out Context? context) ? [context] : [],
        Awaitable.Gathering gathering => gathering.Parts.SelectMany(References),
        _ => [],
    };

    /// <summary>Makes the thing to await; null for a name nobody bears yet. New tasks are added to the list.</summary>
    private Made? Make(Awaitable awaitable, List<Context> waitedFor)
    {
        switch (awaitable)
        {
            case Awaitable.Coroutine coroutine:
                Context context = Named(coroutine.Slot);
                waitedFor.Add(context);
                return new Made(ImplicitTaskBody(coroutine.Slot, context, coroutine.Run), null, null);
            case Awaitable.Gathering gathering:
                Made[] parts = [.. gathering.Parts.Select(part => Make(part, waitedFor)).OfType<Made>()];
                return gathering.All ? GatherOutcomes(parts) : Gather(parts);
            default:
                Future? future = FutureNamed(((Awaitable.Named)awaitable).Name);
                return future is null ? null : new Made(default, future, () => Words.OfResult(future));
        }
    }

    /// <summary>Coroutines alone go to gather as they are, so that it is the one that makes tasks of them.</summary>
    private static Made Gather(Made[] parts)
    {
        if (parts.Length > 0 && parts.All(part => part.Future is null))
        {
            Future<int?[]> results = Asyncio.Gather(parts.Select(part => part.Coroutine));
            return new Made(default, results, () => Words.OfList(results.Result.Select(Words.OfValue)));
        }

        Made[] scheduled = [.. parts.Select(part => part.Scheduled())];
        Future all = Asyncio.Gather(scheduled.Select(part => part.Future!));
        return new Made(default, all, () => Words.OfList(scheduled.Select(part => part.Result!())));
    }

    private static Made GatherOutcomes(Made[] parts)
    {
        if (parts.Length > 0 && parts.All(part => part.Future is null))
        {
            Future<Outcome<int?>[]> outcomes = Asyncio.GatherOutcomes(parts.Select(part => part.Coroutine));
            return new Made(default, outcomes, () => Words.OfList(outcomes.Result.Select(each =>
                each.Exception is { } error ? Words.OfOutcome(error) : Words.OfValue(each.Value))));
        }

        Made[] scheduled = [.. parts.Select(part => part.Scheduled())];
        Future<Exception?[]> errors = Asyncio.GatherOutcomes(scheduled.Select(part => part.Future!));
        return new Made(default, errors, () => Words.OfList(errors.Result.Select((error, index) =>
            error is not null ? Words.OfOutcome(error) : scheduled[index].Result!())));
    }

    /// <summary>Awaits something the language names, remembering meanwhile who is awaited.</summary>
    private async Coroutine Awaiting(Context context, Awaitable awaitable, string label, Func<Made, Coroutine<string>>? how = null)
    {
        List<Context> waitedFor = [.. References(awaitable)];
        if (WouldWaitForItself(context, waitedFor))
        {
            Log(context, $"{label} cycle");
            return;
        }

        _waits[context] = waitedFor;
        try
        {
            if (Make(awaitable, waitedFor) is { } made)
            {
                await Observed(context, label, (how ?? AwaitInPlace)(made));
            }
            else
            {
                Log(context, $"{label} none");
            }
        }
        finally
        {
            _waits.Remove(context);
        }
    }

    private static async Coroutine<string> AwaitInPlace(Made made)
    {
        await made.Future!;
        return made.Result!();
    }
}

using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Interpreting;

/// <content>Control flow.</content>
internal sealed partial class LoopInterpreter
{
    private async Coroutine<Returned?> Repeat(Context context, Statement.Repeat repeat)
    {
        for (int round = 0; round < repeat.Times; round++)
        {
            if (await Block(context, repeat.Body) is { } returned)
            {
                return returned;
            }
        }

        return null;
    }

    private async Coroutine<Returned?> Try(Context context, Statement.Try attempt)
    {
        try
        {
            return await Block(context, attempt.Body);
        }
        catch (Exception error) when (HandlerFor(attempt, error) is not null)
        {
            Handler handler = HandlerFor(attempt, error)!;
            Log(context, $"caught {Words.OfError(error)}");
            Returned? returned = await Block(context, handler.Body);
            if (returned is null && handler.Rethrow)
            {
                throw;
            }

            return returned;
        }
        finally
        {
            await Block(context, attempt.AtTheEnd);
        }
    }

    private static Handler? HandlerFor(Statement.Try attempt, Exception error) =>
        attempt.Catches.FirstOrDefault(handler => Words.Matches(handler.Kind, error));

    /// <summary>Runs something that may be refused; the refusal is an outcome and goes no further.</summary>
    private void Attempt(Context context, string label, Func<string?> act)
    {
        string? value;
        try
        {
            value = act();
        }
        catch (Exception error)
        {
            Log(context, $"{label} ! {Words.OfError(error)}");
            return;
        }

        Log(context, value is null ? label : $"{label} = {value}");
    }
}

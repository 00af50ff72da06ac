namespace AsyncBasics;

/// <summary>Reads the results of gathered children that have all ended.</summary>
internal static class Gathered
{
    /// <summary>For children without a result: that they have ended is all there is to say.</summary>
    public static bool Nothing(ReadOnlySpan<Future> _) => true;

    public static T[] Results<T>(ReadOnlySpan<Future> children)
    {
        var results = new T[children.Length];
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = Result<T>(children[i]);
        }

        return results;
    }

    public static Outcome<T>[] Outcomes<T>(ReadOnlySpan<Future> children)
    {
        var outcomes = new Outcome<T>[children.Length];
        for (int i = 0; i < outcomes.Length; i++)
        {
            Future child = children[i];
            outcomes[i] = Error(child) is { } error ? new(default, error) : new(Result<T>(child), null);
        }

        return outcomes;
    }

    /// <summary>For each child its exception, or <see langword="null"/>.</summary>
    public static Exception?[] Errors(ReadOnlySpan<Future> children)
    {
        var errors = new Exception?[children.Length];
        for (int i = 0; i < errors.Length; i++)
        {
            errors[i] = Error(children[i]);
        }

        return errors;
    }

    public static T Result<T>(Future child) => ((IHasResult<T>)child).Value;

    private static Exception? Error(Future child) =>
        child.State == FutureState.Cancelled ? new CancelledException(child.CancelReason) : child.Exception;
}

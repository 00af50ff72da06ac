namespace AsyncBasics.Lab;

/// <summary>Words for how runs end.</summary>
internal static class Endings
{
    /// <summary>An exception that nobody caught.</summary>
    public static Ending OfUnhandled(Exception error) => new(
        Outcome.Failed,
        $"Unhandled exception. {error.GetType().FullName}: {error.Message}",
        FailurePlace.Of(error));
}

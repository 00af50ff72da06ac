namespace AsyncBasics;

/// <summary>How one of the gathered ended, as a value: what <c>gather(return_exceptions=True)</c> gives for each.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public readonly record struct Outcome<T>
{
    private readonly T? _value;

    internal Outcome(T? value, Exception? exception)
    {
        _value = value;
        Exception = exception;
    }

    /// <summary>The exception it failed with, a <see cref="CancelledException"/> when it was cancelled; <see langword="null"/> after success.</summary>
    public Exception? Exception { get; }

    /// <summary>Whether there is a result.</summary>
    public bool Succeeded => Exception is null;

    /// <summary>Whether it was cancelled.</summary>
    public bool Cancelled => Exception is CancelledException;

    /// <summary>The result; throws the exception when there is none.</summary>
    public T Value
    {
        get
        {
            if (Exception is not null)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(Exception);
            }

            return _value!;
        }
    }

    /// <summary>The result or the exception's type and message.</summary>
    public override string ToString() => Exception is null ? $"{_value}" : $"{Exception.GetType().Name}: {Exception.Message}";
}

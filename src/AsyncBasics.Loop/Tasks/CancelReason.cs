namespace AsyncBasics;

/// <summary>Who or what asked for a cancellation.</summary>
public enum CancelKind
{
    /// <summary>Somebody called <c>Cancel</c>.</summary>
    Requested,

    /// <summary>A deadline passed.</summary>
    Deadline,

    /// <summary>A sibling in the same group failed.</summary>
    SiblingFailed,

    /// <summary>The group it belongs to was cancelled.</summary>
    GroupCancelled,

    /// <summary>The loop is ending and cancels what is left.</summary>
    LoopClosing,
}

/// <summary>Why something was cancelled. asyncio has only a message here; trio's and Kotlin's cancellations know more.</summary>
/// <param name="Kind">Who or what asked.</param>
/// <param name="Message">What was said, if anything (<c>Task.cancel(msg)</c>).</param>
/// <param name="By">The name of the task that asked; <see langword="null"/> when no task did.</param>
public sealed record CancelReason(CancelKind Kind = CancelKind.Requested, string? Message = null, string? By = null)
{
    /// <summary>A plain message is a reason.</summary>
    public static implicit operator CancelReason?(string? message) => FromString(message);

    /// <summary>The named twin of the conversion from a string.</summary>
    public static CancelReason? FromString(string? message) => message is null ? null : new(Message: message);

    /// <inheritdoc/>
    public override string ToString()
    {
        string what = Message ?? Kind switch
        {
            CancelKind.Deadline => "the deadline passed",
            CancelKind.SiblingFailed => "a sibling failed",
            CancelKind.GroupCancelled => "the group was cancelled",
            CancelKind.LoopClosing => "the loop is closing",
            _ => "cancelled",
        };
        return By is null ? what : $"{what} (by {By})";
    }
}

namespace AsyncBasics;

/// <summary>How far a <see cref="Future"/> has come.</summary>
public enum FutureState : byte
{
    /// <summary>No result yet.</summary>
    Pending,

    /// <summary>Ended with a result.</summary>
    Succeeded,

    /// <summary>Ended with an exception.</summary>
    Failed,

    /// <summary>Ended by cancellation.</summary>
    Cancelled,
}

namespace AsyncBasics;

/// <summary>What few tasks have: kept apart so that the many without it stay small.</summary>
internal sealed class TaskExtras
{
    /// <summary>What the future would hold itself: see <see cref="Future"/>.</summary>
    public object? Error;

    /// <summary>What the frame would hold itself if it waits: see <see cref="LoopTask"/>.</summary>
    public Future? Wait;
    public string? Name;
    public string? CreatedAt;
    public ExecutionContext? Context;
    public CancelReason? OwnReason;
    public CancelScope? Scope;
    public CancelReason? HeldBack;

    /// <summary>Whether the request that the next wait throws was made to the task, and not by one of its scopes alone.</summary>
    public bool IsTaskRequested;

    public List<object>? NativeLeaves;
    public CancelReason? PassedToNative;

    /// <summary>How many requests for cancellation are open, where the task's own field is too small to say.</summary>
    public int ManyRequests;

    /// <summary>The same for the coroutines that its steps have made and nobody has awaited yet.</summary>
    public int ManyUnstarted;
}

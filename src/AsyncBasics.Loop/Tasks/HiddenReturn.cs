namespace AsyncBasics;

/// <summary>What has become of the frame of a task that nobody was given, after its end.</summary>
internal enum HiddenReturn
{
    /// <summary>Somebody may know the task.</summary>
    Kept,

    /// <summary>It is in its pool.</summary>
    Pooled,

    /// <summary>It is free, but its pool has no room for it.</summary>
    IsTooMany,
}

namespace AsyncBasics.Lab;

/// <summary>A lock or a semaphore that code takes and gives back.</summary>
internal interface IHeld
{
    /// <summary>Who has taken it and not given it back, as <see cref="StageRecorder.Actor"/> told.</summary>
    IEnumerable<object> Holders { get; }
}

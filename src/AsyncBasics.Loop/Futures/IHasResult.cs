namespace AsyncBasics;

/// <summary>What <see cref="Future{T}"/> and <see cref="LoopTask{T}"/> share beside <see cref="Future"/>: a typed result.</summary>
internal interface IHasResult<out T>
{
    /// <summary>The result; only meaningful once the future has succeeded.</summary>
    T Value { get; }
}

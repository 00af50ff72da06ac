namespace AsyncBasics.Lab;

/// <summary>In which kind of async code a program is written.</summary>
public enum Dialect
{
    /// <summary>Plain .NET tasks.</summary>
    Tasks,

    /// <summary>Coroutines of the loop.</summary>
    Coroutines,
}

namespace AsyncBasics.Lab;

/// <summary>A place in a program at which something can happen, known before it runs.</summary>
/// <param name="Kind">What is there.</param>
/// <param name="Name">Of a method its name, of a call that of the called method, of anything else none.</param>
/// <param name="Place">Where.</param>
public sealed record TraceSite(TraceSiteKind Kind, string Name, SourcePlace Place);

/// <summary>What is at a place.</summary>
public enum TraceSiteKind
{
    /// <summary>A method, a local function or a lambda; the place is its name, or its arrow.</summary>
    Method,

    /// <summary>An await; the place is all of it.</summary>
    Await,

    /// <summary>An await of a call that is written in it: nobody else can have the task.</summary>
    AwaitOfCall,

    /// <summary>A call whose result is a task or coroutine.</summary>
    Call,

    /// <summary>A call of something that the lab has put its own in place of, such as <c>Thread.Sleep</c>.</summary>
    StandIn,

    /// <summary>A <c>throw</c>.</summary>
    Throw,

    /// <summary>A loop.</summary>
    Loop,

    /// <summary>A <c>yield return</c>.</summary>
    Yield,
}

namespace AsyncBasics.Lab;

/// <summary>From a program's source to a report: compiles it, runs it, and says what happened and what to change.</summary>
public static class Laboratory
{
    /// <summary>Compiles a program and looks at it without running it.</summary>
    /// <param name="files">Its source files, the one with the entry point first.</param>
    public static Report Check(IReadOnlyList<SourceFile> files) => throw new NotSupportedException("The lab cannot run programs yet.");

    /// <summary>Compiles a program, runs it on one thread, and looks at it and at what it did.</summary>
    /// <param name="files">Its source files, the one with the entry point first.</param>
    /// <param name="options">How to run it.</param>
    public static Report Run(IReadOnlyList<SourceFile> files, RunOptions? options = null) => throw new NotSupportedException("The lab cannot run programs yet.");
}

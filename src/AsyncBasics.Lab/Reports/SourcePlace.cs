namespace AsyncBasics.Lab;

/// <summary>A stretch of a source file. Lines and columns count from one, as a compiler's do; the end is exclusive.</summary>
/// <param name="File">The file's name, as it was given.</param>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Column">The column in which it begins.</param>
/// <param name="EndLine">The line on which it ends.</param>
/// <param name="EndColumn">The column after its last character.</param>
public sealed record SourcePlace(string File, int Line, int Column, int EndLine, int EndColumn);

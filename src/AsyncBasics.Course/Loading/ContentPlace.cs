namespace AsyncBasics.Course;

/// <summary>Where a piece of content stands.</summary>
/// <param name="File">The file's path in the course.</param>
/// <param name="Line">The line, counted from one.</param>
public sealed record ContentPlace(string File, int Line);

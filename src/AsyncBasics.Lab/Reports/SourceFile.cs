namespace AsyncBasics.Lab;

/// <summary>A source file as it was given.</summary>
/// <param name="Name">Its name, as it is to be shown.</param>
/// <param name="Text">What is in it.</param>
public sealed record SourceFile(string Name, string Text);

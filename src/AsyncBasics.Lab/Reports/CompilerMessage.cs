namespace AsyncBasics.Lab;

/// <summary>An error or a warning, as the compiler words it.</summary>
/// <param name="Id">The compiler's number, such as <c>CS4014</c>.</param>
/// <param name="IsError">Whether the program could not be compiled because of it.</param>
/// <param name="Message">The compiler's sentence.</param>
/// <param name="Place">Where; <see langword="null"/> when it is about the program as a whole.</param>
public sealed record CompilerMessage(string Id, bool IsError, string Message, SourcePlace? Place);

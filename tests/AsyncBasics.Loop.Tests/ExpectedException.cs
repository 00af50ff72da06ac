namespace AsyncBasics.Tests;

/// <summary>What a test throws where it tests throwing.</summary>
internal sealed class ExpectedException(string message = "expected") : Exception(message);

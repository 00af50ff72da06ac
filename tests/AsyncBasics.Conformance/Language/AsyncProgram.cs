namespace AsyncBasics.Conformance.Language;

/// <summary>
/// A program that both interpreters can run: what it shares, and its functions. Function 0 is the main task.
/// A function calls and starts only functions that stand after it, so every program comes to an end.
/// </summary>
/// <param name="Things">
/// What all tasks share, by name, with a start value or size. The first letter tells the kind: F future, L lock,
/// S semaphore, B bounded semaphore, E event, C condition, Q queue, P priority queue, K LIFO queue (a stack),
/// R barrier, x counter.
/// </param>
/// <param name="Functions">The statements of each function.</param>
internal sealed record AsyncProgram(
    IReadOnlyDictionary<string, int> Things,
    IReadOnlyList<IReadOnlyList<Statement>> Functions);

using System.Text.Json.Serialization;

namespace AsyncBasics.Conformance.Language;

/// <summary>
/// A program that both interpreters can run: what it shares, and its functions. Function 0 is the main task.
/// A function calls and starts only functions that stand after it, so every program comes to an end.
/// </summary>
/// <param name="Things">
/// What all tasks share, by name, with a start value or size. The first letter tells the kind: F future, L lock,
/// S semaphore, B bounded semaphore, E event, C condition, Q queue, P priority queue, K LIFO queue (a stack),
/// R barrier, x counter, v context variable. A condition of size n guards with the lock Ln-1, if there is that, and with one of its own
/// otherwise.
/// </param>
/// <param name="Functions">The statements of each function.</param>
/// <param name="Eager">Whether tasks that do not say otherwise run their first step when they are made.</param>
internal sealed record AsyncProgram(
    IReadOnlyDictionary<string, int> Things,
    IReadOnlyList<IReadOnlyList<Statement>> Functions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Eager = false);

using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for the assertions of <see cref="Debug"/> and <see cref="Trace"/>, which end the process: here they end the run.</summary>
/// <remarks>A program is compiled with <c>DEBUG</c> and <c>TRACE</c>, so that it need not be told which of them asks.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Assertions
{
    [Conditional("DEBUG")]
    public static void Assert(
        [DoesNotReturnIf(false)] bool condition,
        [CallerArgumentExpression(nameof(condition))] string? message = null,
        string? detailMessage = null)
    {
        if (!condition)
        {
            End(message, detailMessage);
        }
    }

    [Conditional("DEBUG")]
    [DoesNotReturn]
    public static void Fail(string? message, string? detailMessage = null) => End(message, detailMessage);

    [DoesNotReturn]
    private static void End(params string?[] words) =>
        Surroundings.FailFast(string.Join(' ', words.Prepend("Assertion failed:").Where(part => !string.IsNullOrEmpty(part))));
}

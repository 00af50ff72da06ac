using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for the assertions of <see cref="Debug"/>, which end the process: here they end the run.</summary>
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

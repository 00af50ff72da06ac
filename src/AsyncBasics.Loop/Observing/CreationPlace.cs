using System.Diagnostics;

namespace AsyncBasics;

/// <summary>Finds the line of the user's code that is making something now. Costs a stack walk, so only debug mode asks.</summary>
internal static class CreationPlace
{
    private static readonly string s_assembly = typeof(CreationPlace).Assembly.GetName().Name!;

    /// <summary><c>Method in File.cs:line</c>; without debug symbols only the method.</summary>
    /// <param name="coroutine">The coroutine that is being made, whose own method is on the stack: its caller is wanted.</param>
    public static string? Capture(string? coroutine = null)
    {
        foreach (StackFrame frame in new StackTrace(fNeedFileInfo: true).GetFrames())
        {
            DiagnosticMethodInfo? method = DiagnosticMethodInfo.Create(frame);
            if (method is null || IsOurs(method) || Name(method) == coroutine)
            {
                continue;
            }

            string? file = Path.GetFileName(frame.GetFileName());
            return file is null ? Name(method) : $"{Name(method)} in {file}:{frame.GetFileLineNumber()}";
        }

        return null;
    }

    private static bool IsOurs(DiagnosticMethodInfo method) =>
        method.DeclaringAssemblyName.StartsWith(s_assembly + ",", StringComparison.Ordinal)
        || (method.DeclaringTypeName?.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal) ?? false);

    /// <summary>The name in the source: of a state machine's step the async method's, of a local function its own.</summary>
    private static string Name(DiagnosticMethodInfo method)
    {
        if (method.Name != "MoveNext" || method.DeclaringTypeName is not { } type)
        {
            return CoroutineNames.Parse($"<{method.Name}>");
        }

        return CoroutineNames.Parse(type[(type.LastIndexOfAny(['+', '.']) + 1)..]);
    }
}

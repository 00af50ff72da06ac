using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace AsyncBasics;

/// <summary>Finds the line of the user's code that is making something now. Costs a stack walk, so only debug mode asks.</summary>
internal static class CreationPlace
{
    private static readonly string s_assembly = typeof(CreationPlace).Assembly.GetName().Name!;

    /// <summary>
    /// The places found so far: to read a line from the debug symbols takes several times as long as to walk the stack, and a program makes its
    /// coroutines in few places again and again. None in code that can be unloaded, which this would keep.
    /// </summary>
    private static readonly ConcurrentDictionary<(MethodBase? Method, int Offset), string> s_known = new();

    /// <summary><c>Method in File.cs:line</c>; without debug symbols only the method.</summary>
    /// <param name="coroutine">The coroutine that is being made, whose own method is on the stack: its caller is wanted.</param>
    public static string? Capture(string? coroutine = null)
    {
        StackFrame[] frames = new StackTrace(fNeedFileInfo: false).GetFrames();
        for (int depth = 0; depth < frames.Length; depth++)
        {
            StackFrame frame = frames[depth];
            if (DiagnosticMethodInfo.Create(frame) is not { } method || IsOurs(method) || Name(method) == coroutine)
            {
                continue;
            }

            (MethodBase? Method, int) place = (MethodOf(frame), frame.GetILOffset());
            if (!s_known.TryGetValue(place, out string? words))
            {
                words = Describe(method, new StackFrame(depth, needFileInfo: true));
                if (place.Method is { IsCollectible: false })
                {
                    s_known[place] = words;
                }
            }

            return words;
        }

        return null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The method is compared and never looked into; trimmed, it is null.")]
    private static MethodBase? MethodOf(StackFrame frame) => frame.GetMethod();

    private static string Describe(DiagnosticMethodInfo method, StackFrame frame)
    {
        string? file = Path.GetFileName(frame.GetFileName());
        return file is null ? Name(method) : $"{Name(method)} in {file}:{frame.GetFileLineNumber()}";
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

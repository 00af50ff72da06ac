using System.Diagnostics;

namespace AsyncBasics;

/// <summary>Finds the line of the user's code that is making something now. Costs a stack walk, so only debug mode asks.</summary>
internal static class CreationPlace
{
    private static readonly string s_assembly = typeof(CreationPlace).Assembly.GetName().Name!;

    /// <summary>Whether places are worth their cost: the loop on this thread is in debug mode, or the environment says so.</summary>
    public static bool IsWanted => LoopThread.Current.Loop?.Debug ?? EventLoopOptions.DebugByDefault;

    /// <summary><c>Method in File.cs:line</c>; without debug symbols only the method.</summary>
    public static string? Capture()
    {
        foreach (StackFrame frame in new StackTrace(fNeedFileInfo: true).GetFrames())
        {
            DiagnosticMethodInfo? method = DiagnosticMethodInfo.Create(frame);
            if (method is null || IsOurs(method))
            {
                continue;
            }

            string? file = Path.GetFileName(frame.GetFileName());
            string name = method.Name == "MoveNext" ? CoroutineNames.Parse(StateMachineName(method.DeclaringTypeName)) : method.Name;
            return file is null ? name : $"{name} in {file}:{frame.GetFileLineNumber()}";
        }

        return null;
    }

    private static bool IsOurs(DiagnosticMethodInfo method) =>
        method.DeclaringAssemblyName.StartsWith(s_assembly + ",", StringComparison.Ordinal)
        || (method.DeclaringTypeName?.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal) ?? false);

    private static string StateMachineName(string? type) => type is null ? string.Empty : type[(type.LastIndexOfAny(['+', '.']) + 1)..];
}

using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace AsyncBasics.Lab;

/// <summary>Puts the lines of the source into an exception's stack trace, where the runtime does not know them itself.</summary>
internal static class StackLines
{
    /// <summary>Completes what the exception tells as its stack trace from now on.</summary>
    public static void Complete(Exception error)
    {
        var text = new StringBuilder();
        foreach (StackFrame frame in new StackTrace(error, fNeedFileInfo: false).GetFrames())
        {
            string call = new StackTrace(frame).ToString().TrimEnd();
            if (call.Length > 0)
            {
                text.Append(text.Length > 0 ? Environment.NewLine : string.Empty).Append(call);
                if (ProgramLoader.PlaceOf(frame) is { } place)
                {
                    text.Append(" in ").Append(place.File).Append(":line ").Append(place.Line);
                }
            }
        }

        if (text.Length > 0)
        {
            Trace(error) = text.ToString();
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_stackTraceString")]
    private static extern ref string? Trace(Exception error);
}

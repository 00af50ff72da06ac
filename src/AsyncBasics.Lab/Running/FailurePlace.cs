using System.Diagnostics;

namespace AsyncBasics.Lab;

/// <summary>Finds the line of a program in which an exception was thrown.</summary>
internal static class FailurePlace
{
    /// <summary>The innermost line of the program's own source; <see langword="null"/> when it is not known.</summary>
    public static SourcePlace? Of(Exception error, IReadOnlyList<string> files)
    {
        foreach (StackFrame frame in new StackTrace(error, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is { } file && files.Contains(file))
            {
                return new SourcePlace(file, frame.GetFileLineNumber(), 1, frame.GetFileLineNumber(), 1);
            }
        }

        return null;
    }
}

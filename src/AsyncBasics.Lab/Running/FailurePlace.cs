using System.Diagnostics;

namespace AsyncBasics.Lab;

/// <summary>Finds the line of a program in which an exception was thrown.</summary>
internal static class FailurePlace
{
    /// <summary>The innermost line of the program's own source; <see langword="null"/> when it is not known.</summary>
    public static SourcePlace? Of(Exception error, IReadOnlyList<string> files)
    {
        // The runtime of a browser knows the instructions of a stack, but their lines only at half the speed.
        foreach (StackFrame frame in new StackTrace(error, fNeedFileInfo: false).GetFrames())
        {
            if (ProgramLoader.PlaceOf(frame) is { } place && files.Contains(place.File))
            {
                return place;
            }
        }

        return null;
    }
}

using System.Text;
using Microsoft.Win32.SafeHandles;

namespace AsyncBasics.Cli;

/// <summary>The standard output and error of this process.</summary>
internal static class ProcessTerminal
{
    public static Terminal Open()
    {
        var abilities = new TerminalAbilities(Environment.GetEnvironmentVariable, Console.IsOutputRedirected);
        return new Terminal
        {
            Out = Console.IsOutputRedirected && !OperatingSystem.IsWindows() ? OpenPipe() : Console.Out,
            Error = Console.Error,
            IsInteractive = abilities.IsInteractive,
            Unicode = OperatingSystem.IsWindows() ? Console.OutputEncoding is UTF8Encoding : abilities.IsUnicodeByLocale,
            Colour = abilities.Colour,
            Size = () => abilities.Size(Measure()),
        };
    }

    /// <summary>
    /// The platform's own stream for standard output keeps silent when the reader of a pipe has gone; this one throws, so that
    /// the program can end.
    /// </summary>
    private static TextWriter OpenPipe()
    {
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // A file keeps its place in the open file, which standard error may share; only the platform's stream honours that.
        return pipe.CanSeek ? Console.Out : new StreamWriter(pipe, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static TerminalSize? Measure()
    {
        if (Console.IsOutputRedirected)
        {
            return null;
        }

        try
        {
            return new TerminalSize(Console.WindowWidth, Console.WindowHeight);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

using System.Text;
using Microsoft.Win32.SafeHandles;

namespace AsyncBasics.Cli;

/// <summary>The standard output and error of this process.</summary>
internal static class ProcessTerminal
{
    private const int OutputNumber = 1;
    private const int ErrorNumber = 2;

    public static Terminal Open()
    {
        var abilities = new TerminalAbilities(Environment.GetEnvironmentVariable, Console.IsOutputRedirected);
        return new Terminal
        {
            Out = OpenWriter(OutputNumber, Console.Out),
            Error = OpenWriter(ErrorNumber, Console.Error),
            In = Console.In,
            IsInputInteractive = !Console.IsInputRedirected,
            IsInteractive = abilities.IsInteractive,
            Unicode = OperatingSystem.IsWindows() ? Console.OutputEncoding is UTF8Encoding : abilities.IsUnicodeByLocale,
            Colour = abilities.Colour,
            Size = () => abilities.Size(Measure()),
        };
    }

    /// <summary>
    /// On Unix the platform's own writers do two things that are in the way here: they keep silent when the reader of a pipe has
    /// gone, and they lock whatever writer stands in the console's place at the moment, so that the thread that draws and the one
    /// that runs the program would wait for each other.
    /// </summary>
    private static TextWriter OpenWriter(int number, TextWriter platform)
    {
        if (OperatingSystem.IsWindows())
        {
            return platform;
        }

        var stream = new FileStream(new SafeFileHandle(number, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (stream.CanSeek)
        {
            // Output and error that go to one file share a place in it, which only the platform's writers honour.
            return platform;
        }

        Encoding encoding = Console.OutputEncoding is UTF8Encoding
            ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            : Console.OutputEncoding;
        return TextWriter.Synchronized(new StreamWriter(stream, encoding) { AutoFlush = true });
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

using System.ComponentModel;
using System.Text;

namespace AsyncBasics.Lab.StandIns;

/// <summary>
/// Stands in for <see cref="System.Console"/>. What is written is kept; what would need a screen or a keyboard does nothing, as little as it
/// would where output goes to a file.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Console
{
    private const int Columns = 120;
    private const int Rows = 30;

#pragma warning disable CS0067 // Nobody presses a key here.
    public static event ConsoleCancelEventHandler? CancelKeyPress;
#pragma warning restore CS0067

    public static TextWriter Out => Capture.Out;

    public static TextWriter Error => Capture.Error;

    public static TextReader In => Capture.In;

    public static bool IsInputRedirected => true;

    public static bool IsOutputRedirected => true;

    public static bool IsErrorRedirected => true;

    public static bool KeyAvailable => Capture.IsKeyAvailable();

    public static ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public static ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public static Encoding OutputEncoding { get; set; } = Encoding.UTF8;

    public static Encoding InputEncoding { get; set; } = Encoding.UTF8;

    public static string Title { get; set; } = string.Empty;

    public static bool CursorVisible { get; set; } = true;

    public static bool TreatControlCAsInput { get; set; }

    public static int CursorLeft { get; set; }

    public static int CursorTop { get; set; }

    public static int CursorSize { get; set; } = 100;

    public static int WindowWidth { get; set; } = Columns;

    public static int WindowHeight { get; set; } = Rows;

    public static int WindowLeft { get; set; }

    public static int WindowTop { get; set; }

    public static int BufferWidth { get; set; } = Columns;

    public static int BufferHeight { get; set; } = Rows;

    public static int LargestWindowWidth => Columns;

    public static int LargestWindowHeight => Rows;

    public static bool CapsLock => false;

    public static bool NumberLock => false;

    private static ConsoleCapture Capture => Stage.Current.Console;

    public static string? ReadLine() => In.ReadLine();

    public static int Read() => In.Read();

    public static ConsoleKeyInfo ReadKey() => ReadKey(intercept: false);

    /// <remarks>Where there is no more input, somebody presses Enter: programs that wait for a key before they end are to end.</remarks>
    public static ConsoleKeyInfo ReadKey(bool intercept)
    {
        int character = In.Read();
        return character is < 0 or '\n' or '\r'
            ? new ConsoleKeyInfo('\r', ConsoleKey.Enter, shift: false, alt: false, control: false)
            : new ConsoleKeyInfo((char)character, KeyOf((char)character), char.IsUpper((char)character), alt: false, control: false);
    }

    public static void Clear()
    {
    }

    public static void ResetColor()
    {
        ForegroundColor = ConsoleColor.Gray;
        BackgroundColor = ConsoleColor.Black;
    }

    public static void Beep()
    {
    }

    public static void Beep(int frequency, int duration)
    {
    }

    public static void SetCursorPosition(int left, int top) => (CursorLeft, CursorTop) = (left, top);

    public static (int Left, int Top) GetCursorPosition() => (CursorLeft, CursorTop);

    public static void SetWindowSize(int width, int height) => (WindowWidth, WindowHeight) = (width, height);

    public static void SetWindowPosition(int left, int top) => (WindowLeft, WindowTop) = (left, top);

    public static void SetBufferSize(int width, int height) => (BufferWidth, BufferHeight) = (width, height);

    public static void SetOut(TextWriter newOut) => Capture.Out = newOut ?? throw new ArgumentNullException(nameof(newOut));

    public static void SetError(TextWriter newError) => Capture.Error = newError ?? throw new ArgumentNullException(nameof(newError));

    public static void SetIn(TextReader newIn) => Capture.In = newIn ?? throw new ArgumentNullException(nameof(newIn));

    public static Stream OpenStandardOutput() => new CaptureStream(Out);

    public static Stream OpenStandardError() => new CaptureStream(Error);

    public static Stream OpenStandardInput() => new MemoryStream(Encoding.UTF8.GetBytes(In.ReadToEnd()));

    private static ConsoleKey KeyOf(char character) => character switch
    {
        >= 'a' and <= 'z' => ConsoleKey.A + (character - 'a'),
        >= 'A' and <= 'Z' => ConsoleKey.A + (character - 'A'),
        >= '0' and <= '9' => ConsoleKey.D0 + (character - '0'),
        ' ' => ConsoleKey.Spacebar,
        '\t' => ConsoleKey.Tab,
        '\e' => ConsoleKey.Escape,
        _ => ConsoleKey.None,
    };
}

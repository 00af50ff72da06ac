namespace AsyncBasics.Cli;

/// <summary>The few control sequences of terminals (ECMA-48) that a moving picture needs.</summary>
internal static class AnsiCodes
{
    private const char Escape = '\e';

    public const string HideCursor = "\e[?25l";
    public const string ShowCursor = "\e[?25h";
    public const string ClearLine = "\e[2K";
    public const string ClearToEndOfScreen = "\e[J";

    /// <summary>An empty screen and an empty history, and the cursor at its top.</summary>
    public const string ClearScreen = "\e[H\e[2J\e[3J";

    /// <summary>Between these two a terminal that knows them shows nothing half done.</summary>
    public const string BeginFrame = "\e[?2026h";

    /// <inheritdoc cref="BeginFrame"/>
    public const string EndFrame = "\e[?2026l";

    /// <summary>To the first column, this many lines up.</summary>
    public static string Up(int lines) => lines == 0 ? "\r" : $"\r\e[{lines}A";

    /// <summary>How many columns a line takes: its characters without the control sequences for colour.</summary>
    public static int Columns(string line)
    {
        int columns = 0;
        bool inSequence = false;
        foreach (char character in line)
        {
            if (inSequence)
            {
                inSequence = !char.IsAsciiLetter(character);
            }
            else if (character == Escape)
            {
                inSequence = true;
            }
            else if (!char.IsLowSurrogate(character))
            {
                columns++;
            }
        }

        return columns;
    }
}

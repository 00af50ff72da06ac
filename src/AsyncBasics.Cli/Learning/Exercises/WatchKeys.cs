namespace AsyncBasics.Cli;

/// <summary>What is typed while a file is watched: single keys at a terminal, the first letters of lines from a pipe.</summary>
internal static class WatchKeys
{
    private const char End = 'q';

    /// <summary>Reads in the background, and hands over each letter.</summary>
    public static void Read(Terminal terminal, Action<char> typed) =>
        new Thread(() =>
        {
            if (terminal.IsInputInteractive)
            {
                ReadKeys(typed);
            }
            else
            {
                ReadLines(terminal.In, typed);
            }
        })
        { IsBackground = true, Name = "answers" }.Start();

    private static void ReadKeys(Action<char> typed)
    {
        while (true)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            bool isEndOfInput = key is { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control };
            typed(isEndOfInput ? End : char.ToLowerInvariant(key.KeyChar));
        }
    }

    private static void ReadLines(TextReader reader, Action<char> typed)
    {
        while (reader.ReadLine() is { } line)
        {
            typed(line.Trim().Length > 0 ? char.ToLowerInvariant(line.Trim()[0]) : ' ');
        }

        typed(End);
    }
}

using System.Collections.Concurrent;

namespace AsyncBasics.Cli;

/// <summary>What is typed while a file is watched: single keys at a terminal, the first letters of lines from a pipe.</summary>
internal sealed class WatchKeys
{
    private const char End = 'q';

    private readonly BlockingCollection<char> _letters = [];
    private readonly bool _areKeys;

    public WatchKeys(Terminal terminal)
    {
        _areKeys = terminal.IsInputInteractive;
        if (!_areKeys)
        {
            new Thread(() => ReadLines(terminal.In)) { IsBackground = true, Name = "answers" }.Start();
        }
    }

    /// <summary>The next letter, waiting for it not too long; <see langword="null"/> when there is none.</summary>
    public char? Next(TimeSpan patience, TimeProvider clock)
    {
        if (!_areKeys)
        {
            return _letters.TryTake(out char letter, patience) ? letter : null;
        }

        long since = clock.GetTimestamp();
        while (!Console.KeyAvailable)
        {
            if (clock.GetElapsedTime(since) >= patience)
            {
                return null;
            }

            Thread.Sleep(TimeSpan.FromMilliseconds(20));
        }

        ConsoleKeyInfo key = Console.ReadKey(intercept: true);
        bool isEndOfInput = key is { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control };
        return isEndOfInput ? End : char.ToLowerInvariant(key.KeyChar);
    }

    private void ReadLines(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            _letters.Add(line.Trim().Length > 0 ? char.ToLowerInvariant(line.Trim()[0]) : ' ');
        }

        _letters.Add(End);
    }
}

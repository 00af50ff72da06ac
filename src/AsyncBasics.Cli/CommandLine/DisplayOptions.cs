using System.CommandLine;
using System.Globalization;

namespace AsyncBasics.Cli;

/// <summary>Options on how a command draws on the terminal, the same for all that draw.</summary>
internal sealed class DisplayOptions
{
    private const int Narrowest = 20;
    private const int Widest = 1000;

    private readonly Option<string> _width = OptionKinds.Valued(
        "--width", "COLUMNS", "How wide to draw: as wide as the terminal by default, 80 where there is none.");
    private readonly Option<bool> _ascii = OptionKinds.Flag(
        "--ascii", "Draw with ASCII characters only.");
    private readonly Option<bool> _noColour = OptionKinds.Flag(
        "--no-color", "Draw without colours; NO_COLOR in the environment does the same.");

    public IReadOnlyList<Option> All => [_width, _ascii, _noColour];

    /// <summary>The terminal as the options want it.</summary>
    /// <exception cref="UsageException">A value makes no sense.</exception>
    public Terminal Apply(ParseResult parsed, Terminal terminal) => terminal with
    {
        Unicode = terminal.Unicode && !parsed.GetValue(_ascii),
        Colour = terminal.Colour && !parsed.GetValue(_noColour),
        Size = parsed.GetValue(_width) is { } width ? Wide(width, terminal) : terminal.Size,
    };

    private Func<TerminalSize> Wide(string text, Terminal terminal)
    {
        bool isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int width);
        return isNumber && width is >= Narrowest and <= Widest
            ? () => terminal.Size() with { Columns = width }
            : throw new UsageException(
                $"{_width.Name} {Quoting.Shown(text)}: write a number of columns from {Narrowest} to {Widest}, such as {_width.Name} 100.");
    }
}

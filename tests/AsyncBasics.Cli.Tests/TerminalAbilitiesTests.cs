namespace AsyncBasics.Cli.Tests;

/// <summary>What the environment tells of a terminal.</summary>
public sealed class TerminalAbilitiesTests
{
    private static readonly TerminalSize s_window = new(100, 30);

    [Theory]
    [InlineData(true, "LANG=en_US.UTF-8")]
    [InlineData(true, "LANG=de_DE.utf8")]
    [InlineData(true, "LC_CTYPE=C.UTF-8", "LANG=C")]
    [InlineData(true, "LC_ALL=", "LANG=C.UTF-8")]
    [InlineData(false, "LC_ALL=C", "LANG=en_US.UTF-8")]
    [InlineData(false, "LANG=C")]
    [InlineData(false, "LANG=en_US.ISO-8859-1")]
    [InlineData(false)]
    [InlineData(false, "LANG=en_US.UTF-8", "TERM=dumb")]
    [InlineData(false, "LANG=en_US.UTF-8", "TERM=linux")]
    [InlineData(true, "LANG=en_US.UTF-8", "TERM=xterm-256color")]
    public void Unicode_FollowsTheLocaleAndTheTerminal(bool unicode, params string[] environment) =>
        Assert.Equal(unicode, In(environment).IsUnicodeByLocale);

    [Theory]
    [InlineData(true, "TERM=xterm")]
    [InlineData(true, "NO_COLOR=")]
    [InlineData(false, "NO_COLOR=1")]
    [InlineData(false, "TERM=dumb")]
    public void Colour_IsForTerminalsUnlessUnwanted(bool colour, params string[] environment)
    {
        Assert.Equal(colour, In(environment).Colour);
        Assert.False(In(environment, isRedirected: true).Colour);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(40, "COLUMNS=40")]
    [InlineData(100, "COLUMNS=200")]
    [InlineData(100, "COLUMNS=0")]
    [InlineData(100, "COLUMNS=wide")]
    public void Size_OfATerminal_IsNeverMoreThanItsWindow(int columns, params string[] environment) =>
        Assert.Equal(new TerminalSize(columns, 30), In(environment).Size(s_window));

    [Theory]
    [InlineData(80)]
    [InlineData(120, "COLUMNS=120")]
    [InlineData(80, "COLUMNS=-5")]
    public void Size_OfAPipe_IsWhatColumnsSaysOrEighty(int columns, params string[] environment) =>
        Assert.Equal(columns, In(environment, isRedirected: true).Size(measured: null).Columns);

    [Fact]
    public void Size_OfATerminalThatDoesNotKnowItsOwn_IsTheUsualOne() =>
        Assert.Equal(TerminalSize.Default, In([]).Size(new TerminalSize(0, 0)));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false, "TERM=dumb")]
    public void IsInteractive_NeedsATerminalThatMovesItsCursor(bool interactive, bool isRedirected, params string[] environment) =>
        Assert.Equal(interactive, In(environment, isRedirected).IsInteractive);

    private static TerminalAbilities In(string[] environment, bool isRedirected = false)
    {
        Dictionary<string, string> variables = environment.Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new TerminalAbilities(name => variables.GetValueOrDefault(name), isRedirected);
    }
}

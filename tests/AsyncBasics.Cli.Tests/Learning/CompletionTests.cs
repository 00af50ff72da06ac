namespace AsyncBasics.Cli.Tests;

public class CompletionTests
{
    private const string Shell = "/bin/bash";

    [Theory]
    [InlineData("ex", "exercise explain")]
    [InlineData("exercise ch", "check")]
    [InlineData("exercise check 04", "04-gather")]
    [InlineData("learn --dialect ", "coroutines tasks")]
    [InlineData("quiz --ag", "--again")]
    public void Bash_WithTheScript_CompletesWords(string typed, string words)
    {
        Assert.SkipUnless(File.Exists(Shell), "There is no bash here.");
        // The function stands for the installed command; the rest is what bash does when the Tab key is pressed.
        string line = $$"""
            exec {{Shell}} -c '
                command=("$@")
                async-basics() { "${command[@]}" "$@"; }
                eval "$(async-basics completion bash)"
                COMP_LINE="async-basics {{typed}}"
                COMP_POINT=${#COMP_LINE}
                read -ra COMP_WORDS <<< "$COMP_LINE"
                [[ $COMP_LINE == *" " ]] && COMP_WORDS+=("")
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _async_basics
                echo "${COMPREPLY[*]}"
            ' bash "$@"
            """;
        using CommandProcess process = CommandProcess.StartInShell(line);

        Assert.Equal(words, process.WaitForExit().Output.TrimEnd());
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _async_basics async-basics")]
    [InlineData("zsh", "compdef _async_basics async-basics")]
    [InlineData("fish", "complete -c async-basics -a '(__async_basics_complete)'")]
    public void Script_OfEachShell_RegistersItself(string shell, string line) =>
        Assert.Contains(line, Command.Run("completion", shell).Lines);
}

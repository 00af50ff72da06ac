using System.CommandLine;

namespace AsyncBasics.Cli;

/// <summary><c>async-basics completion SHELL</c>: a script that lets a shell complete this command's words.</summary>
internal sealed class CompletionCommand : Subcommand
{
    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh or fish.", HelpName = "bash|zsh|fish", Arity = ArgumentArity.ZeroOrOne };

    public CompletionCommand()
        : base("completion", "Prints a script that lets your shell complete the words of this command.")
    {
        _shell.CompletionSources.Add("bash", "zsh", "fish");
        Command.Arguments.Add(_shell);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "eval \"$(async-basics completion bash)\"        # in ~/.bashrc",
        "eval \"$(async-basics completion zsh)\"         # in ~/.zshrc, after compinit",
        "async-basics completion fish | source         # in ~/.config/fish/config.fish",
    ];

    public override int Execute(ParseResult parsed, Terminal terminal)
    {
        terminal.Out.Write(parsed.GetValue(_shell) switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            null => throw new UsageException("Say for which shell: async-basics completion bash, zsh or fish."),
            var other => throw new UsageException($"There is no script for '{Quoting.Shown(other)}': choose bash, zsh or fish."),
        });
        return ExitCodes.Success;
    }

    // Each asks the command itself, which knows all words at the place of the cursor: the line without the command's own name. Of the five
    // ways to ask for help one is enough.
    private const string Bash = """
        _async_basics() {
            local line="${COMP_LINE:0:COMP_POINT}"
            line="${line#"${COMP_WORDS[0]}"}"
            line="${line# }"
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(async-basics "[suggest:${#line}]" "$line" 2> /dev/null | grep -Ev '^[-/][?h]$')" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _async_basics async-basics

        """;

    private const string Zsh = """
        _async_basics() {
            local line="${BUFFER[1,CURSOR]}"
            line="${line#"${words[1]}"}"
            line="${line# }"
            local -a found
            found=("${(@f)$(async-basics "[suggest:${#line}]" "$line" 2> /dev/null | grep -Ev '^[-/][?h]$')}")
            if [[ -n "${found[1]}" ]]; then
                compadd -a found
            else
                _files
            fi
        }
        compdef _async_basics async-basics

        """;

    private const string Fish = """
        function __async_basics_complete
            set -l line (string replace -r '^\S+ ?' '' -- (commandline -cp))
            async-basics "[suggest:"(string length -- "$line")"]" "$line" 2> /dev/null | grep -Ev '^[-/][?h]$'
        end
        complete -c async-basics -a '(__async_basics_complete)'

        """;
}

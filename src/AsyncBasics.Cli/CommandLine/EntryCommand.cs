using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace AsyncBasics.Cli;

/// <summary>
/// The command <c>async-basics</c>: from the words of the command line to the exit code. Alone it runs the lesson's program; with the
/// word of a <see cref="Subcommand"/> it does that.
/// </summary>
internal static class EntryCommand
{
    /// <returns>0 when all went well; <see cref="ExitCodes"/> has the others.</returns>
    public static int Run(string[] arguments, Terminal terminal)
    {
        var lesson = new LessonOptions();
        RootCommand root = lesson.Command;
        IReadOnlyList<Subcommand> subcommands = Subcommands.All();
        foreach (Subcommand subcommand in subcommands)
        {
            root.Subcommands.Add(subcommand.Command);
        }

        root.Action = new NoAction();
        // Without a replacer a name that begins with @ is just that, and no file is read.
        var configuration = new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
        ParseResult parsed = root.Parse(arguments, configuration);
        try
        {
            // --help and --version bring their own action. Help is given whatever else is wrong.
            if (parsed.Action is HelpAction || (parsed.Errors.Count == 0 && parsed.Action is { } and not NoAction))
            {
                int exitCode = parsed.Invoke(new InvocationConfiguration
                {
                    Output = terminal.Out,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                });
                if (parsed.Action is HelpAction)
                {
                    ShowExamples(Chosen(subcommands, parsed), terminal);
                }

                return exitCode;
            }

            ParseErrors.Check(parsed);
            Subcommand? chosen = Chosen(subcommands, parsed);
            return chosen is null ? RunLesson(lesson.Read(parsed), terminal) : Execute(chosen, parsed, terminal);
        }
        catch (UsageException wrong)
        {
            terminal.Error.WriteLine(wrong.Message);
            return ExitCodes.Usage;
        }
        catch (Exception exception) when (LostOutput.IsMeantBy(exception))
        {
            return LostOutput.Report(exception, terminal);
        }
    }

    private static Subcommand? Chosen(IReadOnlyList<Subcommand> subcommands, ParseResult parsed) => subcommands
        .SelectMany(subcommand => subcommand.Family)
        .FirstOrDefault(subcommand => subcommand.Command == parsed.CommandResult.Command);

    private static void ShowExamples(Subcommand? chosen, Terminal terminal)
    {
        if (chosen is not { Examples: { Count: > 0 } examples })
        {
            return;
        }

        terminal.Out.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
        foreach (string example in examples)
        {
            terminal.Out.WriteLine($"  {example}");
        }

        terminal.Out.WriteLine();
    }

    private static int RunLesson(Settings settings, Terminal terminal)
    {
        if (settings.Live && !terminal.IsInteractive)
        {
            throw new UsageException("--live needs a terminal whose cursor can be moved: use --timeline where there is none.");
        }

        return new LessonRun(settings, terminal).Execute();
    }

    private static int Execute(Subcommand subcommand, ParseResult parsed, Terminal terminal)
    {
        if (parsed.RootCommandResult.Children.OfType<OptionResult>().FirstOrDefault(option => !option.Implicit) is { } misplaced)
        {
            throw new UsageException(
                $"{misplaced.Option.Name} is an option of the lesson's program: {subcommand.Command.Name} has its own, and they come behind it.");
        }

        return subcommand.Execute(parsed, terminal);
    }
}

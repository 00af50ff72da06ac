using System.CommandLine;
using System.CommandLine.Help;

namespace AsyncBasics.Cli;

/// <summary>The command <c>async-basics</c>: from the words of the command line to the exit code.</summary>
internal static class LessonCommand
{
    /// <returns>0 when all went well, 2 when the command line makes no sense, 130 after Ctrl+C.</returns>
    public static int Run(string[] arguments, Terminal terminal)
    {
        var options = new LessonOptions();
        // Without a replacer a name that begins with @ is just that, and no file is read.
        var configuration = new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
        ParseResult parsed = options.Command.Parse(arguments, configuration);
        try
        {
            // --help and --version bring their own action; the program itself has none. Help is given whatever else is
            // wrong.
            if (parsed.Action is HelpAction || (parsed.Errors.Count == 0 && parsed.Action is not null))
            {
                return parsed.Invoke(new InvocationConfiguration
                {
                    Output = terminal.Out,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                });
            }

            Settings settings = options.Read(parsed);
            if (settings.Live && !terminal.IsInteractive)
            {
                throw new UsageException(
                    "--live needs a terminal whose cursor can be moved: use --timeline where there is none.");
            }

            return new LessonRun(settings, terminal).Execute();
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
}

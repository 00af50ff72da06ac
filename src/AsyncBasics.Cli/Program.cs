namespace AsyncBasics.Cli;

internal static class Program
{
    public static int Main(string[] args)
    {
        if (ProgramHost.IsAskedFor(args))
        {
            return ProgramHost.Run(args);
        }

        EarlyHost.StartFor(args);
        try
        {
            return EntryCommand.Run(args, ProcessTerminal.Open());
        }
        finally
        {
            EarlyHost.End();
        }
    }
}

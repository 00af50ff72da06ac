namespace AsyncBasics.Cli;

internal static class Program
{
    public static int Main(string[] args) =>
        ProgramHost.IsAskedFor(args) ? ProgramHost.Run(args) : EntryCommand.Run(args, ProcessTerminal.Open());
}

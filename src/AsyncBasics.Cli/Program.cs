namespace AsyncBasics.Cli;

internal static class Program
{
    public static int Main(string[] args) => EntryCommand.Run(args, ProcessTerminal.Open());
}

namespace AsyncBasics.Cli;

internal static class Program
{
    public static int Main(string[] args) => LessonCommand.Run(args, ProcessTerminal.Open());
}

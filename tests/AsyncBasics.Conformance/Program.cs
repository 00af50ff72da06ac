using AsyncBasics.Conformance.Commands;
using AsyncBasics.Conformance.Running;

try
{
    CommandLine line = new(args);
    return line.Command switch
    {
        "generate" => ShowCommands.Generate(line),
        "run" => RunCommand.Execute(line),
        "show" => ShowCommands.Show(line),
        "record" => RecordingCommands.Record(line),
        "replay" => RecordingCommands.Replay(line),
        _ => throw new FormatException(line.Command.Length == 0 ? "A command is missing." : $"There is no command '{line.Command}'."),
    };
}
catch (FormatException error)
{
    Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}
catch (PythonUnavailableException error)
{
    Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("CPython 3.11 or later is needed as the reference; name one with --python.");
    return 2;
}

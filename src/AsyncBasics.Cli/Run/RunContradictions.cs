namespace AsyncBasics.Cli;

/// <summary>Options of <c>run</c> that make no sense together.</summary>
internal static class RunContradictions
{
    private static readonly (Func<RunSettings, bool> Holds, string Sentence)[] s_table =
    [
        (s => s.Watch && s.Sources.Contains(ProgramFiles.StandardInput),
            "--watch waits until a file is saved, and standard input is none: name a file."),
        (s => s.Watch && s.JsonToOutput,
            "--watch writes a report again and again, which would be no JSON any more: name a file, as in --json report.json."),
        (s => s.Watch && s.Compare is not null,
            "--watch runs one program again and again, and --compare runs two: choose one."),
        (s => s.Compare is not null && (s.JsonToOutput || s.Files.AnyOfOneRun),
            "--compare shows two runs, and --json and --perfetto write one: choose one."),
        (s => s.InWords && s.Quiet,
            "--text tells the picture in words and --quiet leaves it out: choose one."),
    ];

    /// <exception cref="UsageException">Two options contradict each other; it names them.</exception>
    public static void Check(RunSettings settings)
    {
        foreach ((Func<RunSettings, bool> holds, string sentence) in s_table)
        {
            if (holds(settings))
            {
                throw new UsageException(sentence);
            }
        }
    }
}

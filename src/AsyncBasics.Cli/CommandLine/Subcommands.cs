namespace AsyncBasics.Cli;

/// <summary>All commands behind <c>async-basics</c>, in the order in which the help lists them.</summary>
internal static class Subcommands
{
    public static IReadOnlyList<Subcommand> All() =>
    [
        new RunCommand(), new ExplainCommand(), new LearnCommand(), new PredictCommand(), new ExerciseCommand(), new QuizCommand(),
        new CardsCommand(), new MasteryCommand(), new ProgressCommand(), new GlossaryCommand(), new CompletionCommand(), new CourseCommand(),
    ];
}

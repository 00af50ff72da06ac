using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>A question of the quiz as it is put to a learner: its options shuffled, and the right one known.</summary>
/// <param name="Question">The question.</param>
/// <param name="Options">Its options, shuffled.</param>
/// <param name="Right">The option that is right.</param>
public sealed record QuizSheet(QuizQuestion Question, IReadOnlyList<QuizOption> Options, QuizOption Right)
{
    /// <summary>Makes a sheet.</summary>
    /// <param name="question">The question.</param>
    /// <param name="report">The run of its program, where it asks for the order or the total.</param>
    /// <param name="seed">How to shuffle: the same seed gives the same sheet.</param>
    /// <exception cref="InvalidOperationException">Not exactly one option is right; checking the course tells of it.</exception>
    public static QuizSheet Make(QuizQuestion question, Report? report, int seed)
    {
        ArgumentNullException.ThrowIfNull(question);
        return RightOptions(question, report) is [QuizOption right]
            ? new QuizSheet(question, Shuffle.Of(question.Options, Shuffle.SeedFor(question.Id, seed)), right)
            : throw new InvalidOperationException($"The question {question.Id} has not exactly one right answer.");
    }

    /// <summary>The options that are right: for an order or a total those that agree with the run.</summary>
    public static IReadOnlyList<QuizOption> RightOptions(QuizQuestion question, Report? report)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Ask == QuizAsk.Choice
            ? [.. question.Options.Where(option => option.IsRight)]
            : [.. question.Options.Where(option => report is not null && AgreesWith(report, question.Ask, option))];
    }

    private static bool AgreesWith(Report report, QuizAsk ask, QuizOption option) => ask == QuizAsk.Total
        ? Math.Abs(option.Seconds!.Value - report.MakespanSeconds) < PredictionSheet.TotalTolerance
        : new OrderPredicate([.. option.Lines.Select(line => new Pattern(line))]).Refute(report) is null;
}

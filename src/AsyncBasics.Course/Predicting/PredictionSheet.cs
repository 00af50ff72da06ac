using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>A prediction as it is put to a learner: the lines shuffled, what is right known from a run and kept back.</summary>
public sealed class PredictionSheet
{
    /// <summary>How far off, in seconds, a guess of the total may be and still be right.</summary>
    public const double TotalTolerance = 0.25;

    private readonly Prediction _prediction;
    private readonly string[] _right;

    private PredictionSheet(Prediction prediction, Report report, string[] right, string[] shuffled)
    {
        _prediction = prediction;
        _right = right;
        Report = report;
        Lines = shuffled;
    }

    /// <summary>The run that tells what is right.</summary>
    public Report Report { get; }

    /// <summary>The lines to put in order; empty when the order is not asked for.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The lines in the right order.</summary>
    public IReadOnlyList<string> RightOrder => _right;

    /// <summary>How long the program takes, in seconds.</summary>
    public double Total => Report.MakespanSeconds;

    /// <summary>Makes a sheet.</summary>
    /// <param name="prediction">What is to be predicted.</param>
    /// <param name="report">The program's run.</param>
    /// <param name="seed">How to shuffle: the same seed gives the same sheet.</param>
    public static PredictionSheet Make(Prediction prediction, Report report, int seed)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(report);
        string[] right = prediction.AsksForOrder ? LinesInOrder(prediction, report) : [];
        return new PredictionSheet(prediction, report, right, Shuffle.Differently(right, Shuffle.SeedFor(prediction.Id, seed)));
    }

    /// <summary>Compares an answer with the run.</summary>
    /// <param name="order">Indices into <see cref="Lines"/>, in the order that the learner expects.</param>
    /// <param name="total">The total that the learner expects, in seconds.</param>
    public PredictionScore Score(IReadOnlyList<int> order, double? total)
    {
        ArgumentNullException.ThrowIfNull(order);
        LineScore[] lines = [.. _right.Select((right, i) => new LineScore(
            right, i < order.Count ? Lines[order[i]] : null, _prediction.Lines.FirstOrDefault(line => line.Text.Trim() == right.Trim())?.Reason))];
        bool? totalIsRight = _prediction.AsksForTotal ? total is { } guess && Math.Abs(guess - Total) < TotalTolerance : null;
        return new PredictionScore(lines, total, Total, totalIsRight);
    }

    /// <summary>What a prediction asks for that its program does not write.</summary>
    internal static IReadOnlyList<string> MissingLines(Prediction prediction, Report report)
    {
        List<string> written = [.. Written(report).Select(line => line.Trim())];
        return [.. prediction.Lines.Select(line => line.Text).Where(text => !written.Remove(text.Trim()))];
    }

    private static string[] LinesInOrder(Prediction prediction, Report report)
    {
        string[] written = Written(report);
        if (prediction.Lines.Count == 0)
        {
            return [.. written.Where(line => line.Trim().Length > 0)];
        }

        List<string> wanted = [.. prediction.Lines.Select(line => line.Text.Trim())];
        return [.. written.Where(line => wanted.Remove(line.Trim()))];
    }

    private static string[] Written(Report report) =>
        [.. report.Stdout.TrimEnd().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];
}

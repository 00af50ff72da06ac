using System.Globalization;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary>Asks for a prediction, runs the program, and shows line by line what was different.</summary>
internal sealed class PredictionTalk(LearningSession session)
{
    private readonly Conversation _talk = session.Talk;

    /// <returns>Whether everything was right.</returns>
    public bool Hold(Prediction prediction)
    {
        PredictionSheet sheet = PredictionSheet.Make(
            prediction, session.Runs.Run(prediction.Program), session.SeedFor(LearningEventKind.Predicted, prediction.Id));
        _talk.Heading($"Predict: {prediction.Title}");
        _talk.SayMarkdown(prediction.Question);
        int[] order = prediction.AsksForOrder ? AskOrder(sheet) : [];
        double? total = prediction.AsksForTotal ? AskTotal() : null;

        PredictionScore score = sheet.Score(order, total);
        session.Record(
            LearningEventKind.Predicted, prediction.Id, score.IsRight, score.LinesInPlace, total?.ToString(CultureInfo.InvariantCulture));
        _talk.Say();
        _talk.Say(Ink.Quiet, $"Locked in. Now {prediction.Program.Name} runs.");
        _talk.Say();
        ShowLines(score);
        ShowTotal(score);
        Judge(score);
        _talk.Say();
        _talk.SayMarkdown(prediction.Reason);
        return score.IsRight;
    }

    private int[] AskOrder(PredictionSheet sheet)
    {
        for (int i = 0; i < sheet.Lines.Count; i++)
        {
            _talk.Say(new Inked($"  {i + 1,2}  ", Ink.Strong), new Inked(sheet.Lines[i].Trim(), Ink.Code));
        }

        _talk.Say();
        string example = string.Join(' ', Enumerable.Range(1, sheet.Lines.Count).Reverse());
        return _talk.Ask<int[]>($"The order, as numbers (such as {example}):", answer => ReadOrder(answer, sheet.Lines.Count));
    }

    internal static (int[]? Order, string? Wrong) ReadOrder(string answer, int count)
    {
        char[] separators = [' ', ',', ';', '\t'];
        string[] words = answer.Split(separators, StringSplitOptions.RemoveEmptyEntries);
        // Up to nine lines the digits may stand together.
        if (words is [string together] && count is > 1 and < 10 && together.Length == count)
        {
            words = [.. together.Select(digit => digit.ToString())];
        }

        int[] order = [.. words.Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number - 1 : -1)];
        bool isComplete = order.Order().SequenceEqual(Enumerable.Range(0, count));
        return isComplete
            ? (order, null)
            : (null, $"'{Quoting.Shown(answer)}' is no order: write each number from 1 to {count} once, with spaces between.");
    }

    private double AskTotal() => _talk.Ask<double>(
        "The total, in seconds:",
        answer =>
        {
            string number = answer.TrimEnd('s', ' ').Replace("second", string.Empty, StringComparison.OrdinalIgnoreCase).Trim().TrimStart('~');
            return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && double.IsFinite(seconds)
                ? (seconds, null)
                : (0, $"'{Quoting.Shown(answer)}' is no time: write a number of seconds, such as 3 or 1.5.");
        });

    private void ShowLines(PredictionScore score)
    {
        if (score.Lines.Count == 0)
        {
            return;
        }

        _talk.Say(Ink.Quiet, "     it writes");
        foreach (LineScore line in score.Lines)
        {
            _talk.Say(new Inked(line.IsRight ? "  ✓  " : "  ✗  ", line.IsRight ? Ink.Good : Ink.Bad), new Inked(line.Right.Trim()));
            if (!line.IsRight)
            {
                _talk.Say(Ink.Quiet, $"       you said: {line.Given?.Trim()}");
                if (line.Reason is not null)
                {
                    SayReason(line.Reason);
                }
            }
        }

        _talk.Say();
    }

    private void SayReason(string markdown)
    {
        const string Why = "       why: ";
        IReadOnlyList<string> lines = new MarkdownText(_talk.Width - Why.Length, _talk.Terminal.Unicode, _talk.Terminal.Colour).Render(markdown);
        _talk.SayLines(lines.Select((text, i) => i == 0
            ? new Inked(Why, Ink.Quiet).ToText(_talk.Terminal.Colour) + text
            : new string(' ', Why.Length) + text));
    }

    private void ShowTotal(PredictionScore score)
    {
        if (score.TotalIsRight is not { } isRight)
        {
            return;
        }

        string total = $"It takes {Seconds(score.Total)}";
        _talk.Say(
            new Inked(isRight ? "  ✓  " : "  ✗  ", isRight ? Ink.Good : Ink.Bad),
            new Inked(isRight ? $"{total}, as you said." : $"{total}; you said {Seconds(score.GuessedTotal ?? 0)}."));
        _talk.Say();
    }

    private void Judge(PredictionScore score) => _talk.Judge(score.IsRight, (score.IsRight, score.Lines.Count) switch
    {
        (true, _) => "Predicted right.",
        (false, 0) => "Not this time.",
        _ => $"{score.LinesInPlace} of {score.Lines.Count} lines in their place{TotalInWords(score)}.",
    });

    private static string TotalInWords(PredictionScore score) => score.TotalIsRight switch
    {
        true => ", and the total is right",
        false => ", and the total is not right",
        _ => string.Empty,
    };

    private static string Seconds(double seconds) => seconds == 1 ? "1 second" : $"{Math.Round(seconds, 2).ToString(CultureInfo.InvariantCulture)} seconds";
}

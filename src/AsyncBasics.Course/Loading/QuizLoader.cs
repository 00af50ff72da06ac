using System.Globalization;

namespace AsyncBasics.Course;

/// <summary>Reads a group of the quiz.</summary>
internal static class QuizLoader
{
    public static QuizGroup? Load(LessonFiles files, string id, ContentPlace asker)
    {
        if (files.Map($"quiz/{id}.yaml", asker) is not { } map)
        {
            return null;
        }

        var group = new QuizGroup(id, map.Text("title"), [.. map.Maps("questions").Select(question => Question(files, question))]);
        map.NothingElse();
        foreach (IGrouping<string, QuizQuestion> twice in group.Questions.GroupBy(question => question.Id).Where(same => same.Count() > 1))
        {
            files.Report(twice.Last().Place, $"there is already a question '{twice.Key}' in this group.");
        }

        return group;
    }

    private static QuizQuestion Question(LessonFiles files, YamlMap map)
    {
        QuizAsk ask = map.Has("ask") ? PredicateReader.Word<QuizAsk>(map, "ask") ?? QuizAsk.Choice : QuizAsk.Choice;
        string? code = map.TextOrNull("code");
        var question = new QuizQuestion
        {
            Id = map.Text("id"),
            Text = map.Text("text"),
            Program = code is null ? null : files.Program(code, map.PlaceOf("code")),
            Ask = ask,
            Options = [.. map.Maps("options").Select(option => Option(option, ask))],
            Place = map.Place,
        };
        map.NothingElse();
        Check(question, map);
        return question;
    }

    private static QuizOption Option(YamlMap map, QuizAsk ask)
    {
        IReadOnlyList<string> lines = ask == QuizAsk.Order ? map.Texts("lines") : [];
        double? seconds = ask == QuizAsk.Total ? map.Number("seconds") : null;
        string? text = map.TextOrNull("text");
        var option = new QuizOption
        {
            Text = text ?? ask switch
            {
                QuizAsk.Order => string.Join(" · ", lines.Select(line => line.Trim())),
                QuizAsk.Total => Seconds(seconds ?? 0),
                _ => map.Text("text"),
            },
            Reason = map.Text("reason"),
            IsRight = ask == QuizAsk.Choice && map.Flag("right"),
            Lines = lines,
            Seconds = seconds,
        };
        bool isIncomplete = (ask == QuizAsk.Order && lines.Count < 2) || (ask == QuizAsk.Total && seconds is null);
        if (isIncomplete)
        {
            map.Report("text", ask == QuizAsk.Order ? "an answer to 'order' has at least two 'lines'." : "an answer to 'total' has 'seconds'.");
        }

        map.NothingElse();
        return option;
    }

    private static void Check(QuizQuestion question, YamlMap map)
    {
        if (question.Options.Count < 2)
        {
            map.Report("options", "a question needs at least two options.");
        }
        else if (question.Ask == QuizAsk.Choice && question.Options.Count(option => option.IsRight) != 1)
        {
            map.Report("options", "exactly one option must be right: write 'right: true' beside it.");
        }

        if (question.Ask != QuizAsk.Choice && question.Program is null)
        {
            map.Report("ask", "to ask for the order or the total, name the program: 'code: code/NAME.cs'.");
        }
    }

    private static string Seconds(double seconds) => seconds == 1 ? "1 second" : $"{seconds.ToString(CultureInfo.InvariantCulture)} seconds";
}

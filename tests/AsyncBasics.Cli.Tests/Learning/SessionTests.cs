using System.Globalization;
using AsyncBasics.Course;

namespace AsyncBasics.Cli.Tests;

/// <summary>Whole sessions with all answers from a pipe.</summary>
public sealed class SessionTests : IDisposable
{
    private const int Seed = 1;

    private static readonly CourseLesson s_lesson = CourseFinder.Lesson(course: null, lesson: null);
    private static readonly ProgramRuns s_runs = new();

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Session_WithRightAnswers_GoesThroughTheWholeLesson_AndEndsInMasteryPassed()
    {
        CommandResult learned = Run(RightAnswersToLearn(), "learn", "--seed", "1");
        Assert.Equal(string.Empty, learned.Error);
        Assert.Contains("✓ That was the lesson.", learned.Output, StringComparison.Ordinal);
        Assert.Equal(s_lesson.Predictions.Count, learned.Output.Split("✓ Predicted right.").Length - 1);
        Assert.All(s_lesson.Steps, step => Assert.Contains(step.Title, learned.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("✗", learned.Output, StringComparison.Ordinal);

        foreach (string exercise in NeededExercises())
        {
            Run([], "exercise", "next", exercise, "--dir", _folder.Path);
            File.WriteAllText(_folder.File($"{exercise}.cs"), s_lesson.Exercises.Single(known => known.Id == exercise).Solution.Text);
            CommandResult check = Run([], "exercise", "check", exercise, "--dir", _folder.Path);
            Assert.Contains($"✓ {exercise} passed.", check.Output, StringComparison.Ordinal);
            Assert.Equal(0, check.ExitCode);
        }

        CommandResult quiz = Run(QuizAnswers(right: true), "quiz", "--seed", "1");
        int questions = s_lesson.Quiz.Sum(group => group.Questions.Count);
        Assert.Contains($"✓ {questions} of {questions} right.", quiz.Output, StringComparison.Ordinal);

        CommandResult mastery = Run([], "mastery");
        Assert.Equal(0, mastery.ExitCode);
        Assert.EndsWith($"✓ Mastery passed: {s_lesson.Mastery.Count} of {s_lesson.Mastery.Count}.\n", mastery.Output, StringComparison.Ordinal);

        CommandResult again = Run([], "learn");
        Assert.Contains("You have been through the whole lesson.", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_AreShownWithoutTheMarksOfTheirRegions()
    {
        Prediction prediction = s_lesson.Predictions.First(known => known.Program.Text.Contains("#region", StringComparison.Ordinal));

        CommandResult predicted = Run([], "predict", prediction.Id);

        Assert.Contains(prediction.Program.ShownText().Split('\n')[^1].Trim(), predicted.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("#region", predicted.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("#endregion", predicted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Session_WithWrongAnswers_EndsInTheRightHints()
    {
        Prediction prediction = s_lesson.Predictions.First(known => known.AsksForOrder);
        PredictionSheet sheet = PredictionSheet.Make(prediction, s_runs.Run(prediction.Program), Seed);
        CommandResult predicted = Run([Numbers(Order(sheet).Reverse()), .. Total(prediction, 99)], "predict", prediction.Id, "--seed", "1");
        Assert.Contains($"you said: {sheet.RightOrder[^1].Trim()}", predicted.Output, StringComparison.Ordinal);
        Assert.Contains($"Once more, shuffled anew: async-basics predict {prediction.Id}", predicted.Output, StringComparison.Ordinal);

        CommandResult quiz = Run(QuizAnswers(right: false), "quiz", "--seed", "1");
        Assert.Contains($"✗ 0 of {s_lesson.Quiz.Sum(group => group.Questions.Count)} right.", quiz.Output, StringComparison.Ordinal);
        Assert.Contains("The others come again with async-basics quiz.", quiz.Output, StringComparison.Ordinal);

        // A blocking sleep where the polite one belongs: the typical mistake of the first exercise.
        Exercise exercise = s_lesson.Exercises[0];
        Mutant blocking = exercise.Mutants.Single(mutant => mutant.Program.Name == "still-blocking.cs");
        File.WriteAllText(_folder.File($"{exercise.Id}.cs"), blocking.Program.Text);
        CommandResult check = Run([], "exercise", "check", "--dir", _folder.Path);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains($"✗ {exercise.Id} is not there yet.", check.Output, StringComparison.Ordinal);
        Assert.Contains("Measured: The loop was held for 2 s by Toast bread; asked for is at most 0 s.", check.Output, StringComparison.Ordinal);
        Assert.Contains("AB002", check.Output, StringComparison.Ordinal);
        Assert.Contains("A card made of this, for async-basics cards.", check.Output, StringComparison.Ordinal);
        Assert.Contains("async-basics exercise hint gives hint 1 of 3.", check.Output, StringComparison.Ordinal);
        Assert.Contains("Hint 1 of 3", Run([], "exercise", "hint").Output, StringComparison.Ordinal);

        CommandResult cards = Run([], "cards");
        Assert.Contains("from your own code", cards.Output, StringComparison.Ordinal);
        Assert.Contains($"You wrote this in {exercise.Id}", cards.Output, StringComparison.Ordinal);

        CommandResult mastery = Run([], "mastery");
        Assert.Equal(1, mastery.ExitCode);
        Assert.Contains($"○ exercise {exercise.Id}  → async-basics exercise next 01", mastery.Output, StringComparison.Ordinal);
        Assert.EndsWith($"✗ 0 of {s_lesson.Mastery.Count} points passed.\n", mastery.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> NeededExercises() => s_lesson.Mastery
        .SelectMany(point => point.Passes)
        .Where(task => task.Kind == MasteryKind.Exercise)
        .Select(task => task.Item)
        .Distinct();

    private static List<string> RightAnswersToLearn()
    {
        List<string> answers = [];
        foreach (Step step in s_lesson.Steps)
        {
            foreach (StepBlock block in step.Blocks)
            {
                answers.AddRange(block switch
                {
                    PredictBlock predict => RightAnswers(predict.Prediction),
                    RunBlock => [string.Empty],
                    _ => [],
                });
            }

            // The answer to the step's question, and Enter to go on.
            answers.AddRange(["so it is", string.Empty]);
        }

        foreach (Course.Experiment _ in s_lesson.Experiments)
        {
            answers.AddRange(["I wonder", string.Empty]);
        }

        foreach (ExplainQuestion _ in s_lesson.Explain)
        {
            answers.AddRange(["in my own words", "3", string.Empty]);
        }

        return answers;
    }

    private static IEnumerable<string> RightAnswers(Prediction prediction)
    {
        PredictionSheet sheet = PredictionSheet.Make(prediction, s_runs.Run(prediction.Program), Seed);
        IEnumerable<string> order = prediction.AsksForOrder ? [Numbers(Order(sheet))] : [];
        return [.. order, .. Total(prediction, sheet.Total)];
    }

    private static IEnumerable<string> Total(Prediction prediction, double seconds) =>
        prediction.AsksForTotal ? [seconds.ToString(CultureInfo.InvariantCulture)] : [];

    /// <summary>The right order, as indices into the shuffled lines.</summary>
    private static int[] Order(PredictionSheet sheet)
    {
        List<int> left = [.. Enumerable.Range(0, sheet.Lines.Count)];
        return [.. sheet.RightOrder.Select(line =>
        {
            int index = left.First(i => sheet.Lines[i] == line);
            left.Remove(index);
            return index;
        })];
    }

    private static string Numbers(IEnumerable<int> order) => string.Join(' ', order.Select(index => index + 1));

    private static string[] QuizAnswers(bool right) => [.. s_lesson.Quiz.SelectMany(group => group.Questions).Select(question =>
    {
        QuizSheet sheet = QuizSheet.Make(question, question.Program is null ? null : s_runs.Run(question.Program), Seed);
        int index = Enumerable.Range(0, sheet.Options.Count).First(i => ReferenceEquals(sheet.Options[i], sheet.Right) == right);
        return ((char)('a' + index)).ToString();
    })];

    private CommandResult Run(IEnumerable<string> answers, params string[] arguments) => Command.RunOn(
        new Display { Input = string.Concat(answers.Select(answer => answer + "\n")), Unicode = true },
        [.. arguments, "--data", _folder.Path]);
}

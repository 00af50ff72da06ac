using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>
/// Tries out a whole lesson: every program compiles, every question has one right answer, every experiment shows its finding, and every
/// check accepts what is right and refuses what is wrong.
/// </summary>
/// <param name="lesson">The lesson, read without problems.</param>
/// <param name="run">Runs a program.</param>
public sealed class LessonTrial(CourseLesson lesson, Func<SourceFile, Report> run)
{
    private const int MutantsNeeded = 4;
    private const int MostLinesToOrder = 12;

    private readonly Dictionary<SourceFile, Report> _reports = new(ReferenceEqualityComparer.Instance);
    private readonly List<CourseProblem> _problems = [];

    /// <summary>What is wrong; nothing when all is well.</summary>
    public IReadOnlyList<CourseProblem> Check()
    {
        _problems.Clear();
        foreach ((string path, SourceFile program) in lesson.Programs)
        {
            CheckCompiles(path, Run(program));
        }

        foreach (Prediction prediction in lesson.Predictions)
        {
            CheckPrediction(prediction);
        }

        foreach (QuizQuestion question in lesson.Quiz.SelectMany(group => group.Questions).Where(question => question.Ask != QuizAsk.Choice))
        {
            CheckQuestion(question);
        }

        foreach (Experiment experiment in lesson.Experiments)
        {
            CheckExperiment(experiment);
        }

        foreach (Exercise exercise in lesson.Exercises)
        {
            CheckExercise(exercise);
        }

        return _problems;
    }

    private Report Run(SourceFile program)
    {
        if (!_reports.TryGetValue(program, out Report? report))
        {
            report = run(program);
            _reports.Add(program, report);
        }

        return report;
    }

    private void CheckCompiles(string path, Report report)
    {
        if (report.Outcome == Outcome.CompileError && report.Diagnostics.FirstOrDefault(message => message.IsError) is { } error)
        {
            _problems.Add(new CourseProblem(
                $"{lesson.Id}/{path}", error.Place?.Line ?? 0, $"the program does not compile: {error.Message} ({error.Id})"));
        }
        else if (report.Outcome == Outcome.Crashed)
        {
            _problems.Add(new CourseProblem($"{lesson.Id}/{path}", report.Place?.Line ?? 0, $"the program cannot be run: {report.Message}"));
        }
    }

    private void CheckPrediction(Prediction prediction)
    {
        Report report = Run(prediction.Program);
        if (report.Outcome is Outcome.Limit or Outcome.CompileError)
        {
            Tell(prediction.Place, $"{prediction.Program.Name} has no end to predict.");
            return;
        }

        foreach (string line in PredictionSheet.MissingLines(prediction, report))
        {
            Tell(prediction.Place, $"{prediction.Program.Name} does not write the line \"{line}\".");
        }

        int lines = PredictionSheet.Make(prediction, report, seed: 1).Lines.Count;
        if (prediction.AsksForOrder && lines is < 2 or > MostLinesToOrder)
        {
            Tell(prediction.Place, $"there are {lines} lines to put in order; 2 to {MostLinesToOrder} make sense: list some under 'lines'.");
        }
    }

    private void CheckQuestion(QuizQuestion question)
    {
        Report report = Run(question.Program!);
        int right = QuizSheet.RightOptions(question, report).Count;
        if (right != 1)
        {
            string measured = question.Ask == QuizAsk.Total
                ? $"it takes {Bounds.Number(report.MakespanSeconds)} s"
                : $"it writes {string.Join(" / ", OutputLines.Of(report))}";
            Tell(question.Place, $"of the options of '{question.Id}' {right} agree with a run of {question.Program!.Name}, and one must: {measured}.");
        }
    }

    private void CheckExperiment(Experiment experiment)
    {
        foreach ((Dialect dialect, SourceFile program) in experiment.Programs)
        {
            string[] found = [.. Run(program).Findings.Select(finding => finding.Kind).Distinct().Order(StringComparer.Ordinal)];
            string[] wanted = [.. experiment.Findings[dialect].Distinct().Order(StringComparer.Ordinal)];
            if (!found.SequenceEqual(wanted))
            {
                Tell(experiment.Place, $"the lab finds {Listed(found)} in {program.Name}, and the experiment says {Listed(wanted)}.");
            }
        }
    }

    private void CheckExercise(Exercise exercise)
    {
        if (exercise.Mutants.Count < MutantsNeeded)
        {
            Tell(exercise.Place, $"{exercise.Id} has {exercise.Mutants.Count} mutants; at least {MutantsNeeded} show that its check is worth something.");
        }

        foreach (ExerciseTrial trial in ExerciseTrial.OfAll(exercise, Run).Where(trial => !trial.IsAsItShouldBe))
        {
            CheckFailure? failure = trial.Verdict.Failures.Count > 0 ? trial.Verdict.Failures[0] : null;
            Tell(exercise.Place, failure is null
                ? $"the check of {exercise.Id} accepts {trial.Program}, which it is to refuse."
                : $"the check of {exercise.Id} refuses {trial.Program}: {failure.Message} {failure.Evidence}");
        }
    }

    private static string Listed(string[] kinds) => kinds.Length == 0 ? "nothing" : string.Join(", ", kinds);

    private void Tell(ContentPlace place, string message) => _problems.Add(new CourseProblem(place.File, place.Line, message));
}

namespace AsyncBasics.Course;

/// <summary>Reads a lesson out of its folder.</summary>
internal static class LessonLoader
{
    private const double EnoughOfAQuiz = 0.8;

    public static CourseLesson Load(LessonFiles files)
    {
        ContentPlace place = files.Place("lesson.yaml");
        YamlMap map = files.Map("lesson.yaml", place)!;
        string title = map.Text("title");
        string summary = map.Text("summary");

        var predictions = new PredictionLoader(files);
        var steps = new StepLoader(files, predictions);
        var lesson = new CourseLesson
        {
            Id = files.Folder,
            Title = title,
            Summary = summary,
            Steps = [.. Ids(map, "steps", files).Select(id => steps.Load(id, map.PlaceOf("steps"))).OfType<Step>()],
            Experiments = [.. Ids(map, "experiments", files)
                .Select(id => ExperimentLoader.Load(files, id, map.PlaceOf("experiments"))).OfType<Experiment>()],
            Exercises = [.. Ids(map, "exercises", files)
                .Select(id => ExerciseLoader.Load(files, id, map.PlaceOf("exercises"))).OfType<Exercise>()],
            Quiz = [.. Ids(map, "quiz", files).Select(id => QuizLoader.Load(files, id, map.PlaceOf("quiz"))).OfType<QuizGroup>()],
            Cards = CardLoader.LoadCards(files),
            Explain = CardLoader.LoadExplain(files),
            Glossary = GlossaryLoader.LoadTerms(files),
            Words = GlossaryLoader.LoadWords(files),
            Mastery = [.. map.Maps("mastery").Select(Point)],
        };
        map.NothingElse();
        lesson = lesson with { Predictions = predictions.Loaded, Programs = files.Programs };
        References.Check(lesson, files);
        files.ReportUnused();
        return lesson;
    }

    /// <summary>The ids of a list, each once.</summary>
    private static IReadOnlyList<string> Ids(YamlMap map, string key, LessonFiles files)
    {
        IReadOnlyList<string> ids = map.Texts(key);
        foreach (IGrouping<string, string> twice in ids.GroupBy(id => id).Where(group => group.Count() > 1))
        {
            files.Report(map.PlaceOf(key), $"'{twice.Key}' is listed more than once in {key}.");
        }

        return [.. ids.Distinct()];
    }

    private static MasteryPoint Point(YamlMap map)
    {
        var point = new MasteryPoint(map.Text("id"), map.Text("title"), [.. map.Maps("passes").Select(Task).OfType<MasteryTask>()], map.Place);
        if (point.Passes.Count == 0)
        {
            map.Report("passes", "a point of the mastery check needs something to pass: an exercise, a prediction, a quiz or an explain.");
        }

        map.NothingElse();
        return point;
    }

    private static MasteryTask? Task(YamlMap map)
    {
        double share = map.Number("share") ?? EnoughOfAQuiz;
        MasteryTask[] tasks = [.. Enum.GetValues<MasteryKind>()
            .Where(kind => map.Has(Word(kind)))
            .Select(kind => new MasteryTask(kind, map.Text(Word(kind)), share))];
        map.NothingElse();
        if (tasks is [MasteryTask task])
        {
            return task;
        }

        map.Report("exercise", $"each item of 'passes' names one of {string.Join(", ", Enum.GetValues<MasteryKind>().Select(Word))}.");
        return null;
    }

    private static string Word(MasteryKind kind) => kind.ToString().ToLowerInvariant();
}

namespace AsyncBasics.Course;

/// <summary>Reads an exercise out of its folder.</summary>
internal static class ExerciseLoader
{
    private const int HintsNeeded = 3;

    public static Exercise? Load(LessonFiles files, string id, ContentPlace asker)
    {
        string folder = $"exercises/{id}";
        if (files.Map($"{folder}/exercise.yaml", asker) is not { } map)
        {
            return null;
        }

        var exercise = new Exercise
        {
            Id = id,
            Title = map.Text("title"),
            Goal = map.Text("goal"),
            Concept = map.Text("concept"),
            Check = [.. map.Maps("check").Select(ReadItem).OfType<CheckItem>()],
            Hints = map.Texts("hints"),
            After = map.Text("after"),
            Starter = files.Program($"{folder}/starter.cs", map.Place),
            Solution = files.Program($"{folder}/solution.cs", map.Place),
            Alternative = files.Program($"{folder}/alternative.cs", map.Place),
            Mutants = ReadMutants(files, map, folder),
            Place = map.Place,
        };
        map.NothingElse();
        if (!map.Has("check"))
        {
            map.Text("check");
        }

        if (exercise.Hints.Count != HintsNeeded)
        {
            map.Report("hints", $"an exercise has {HintsNeeded} hints: a question, a pointer, and nearly there; this has {exercise.Hints.Count}.");
        }

        return exercise;
    }

    private static CheckItem? ReadItem(YamlMap map) => PredicateReader.Read(map);

    private static List<Mutant> ReadMutants(LessonFiles files, YamlMap map, string folder)
    {
        if (map.Map("mutants") is not { } mistakes)
        {
            map.Text("mutants");
            return [];
        }

        return [.. mistakes.Keys.Select(name =>
            new Mutant(files.Program($"{folder}/mutants/{name}", mistakes.PlaceOf(name)), mistakes.Text(name)))];
    }
}

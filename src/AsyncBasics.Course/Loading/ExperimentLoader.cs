using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>Reads an experiment out of its folder.</summary>
internal static class ExperimentLoader
{
    private const string None = "none";

    public static Experiment? Load(LessonFiles files, string id, ContentPlace asker)
    {
        string folder = $"experiments/{id}";
        if (files.Map($"{folder}/experiment.yaml", asker) is not { } map)
        {
            return null;
        }

        if (!Enum.TryParse(id.Split('-')[0], ignoreCase: true, out ExperimentKind kind))
        {
            files.Report(map.Place, $"the folder {id} must begin with alter-, break- or fix-.");
        }

        Dialect[] dialects = [.. map.Texts("dialects").Select(word => DialectOf(word, map)).OfType<Dialect>()];
        if (dialects.Length == 0)
        {
            map.Report("dialects", "the field 'dialects' is missing; write 'dialects: [coroutines, tasks]', or one of them.");
        }

        var experiment = new Experiment
        {
            Id = id,
            Kind = kind,
            Title = map.Text("title"),
            Question = map.Text("question"),
            Explanation = map.Text("explanation"),
            Programs = dialects.Distinct().ToDictionary(
                dialect => dialect, dialect => files.Program($"{folder}/{Word(dialect)}.cs", map.PlaceOf("dialects"))),
            Findings = Findings(map, dialects),
            Place = map.Place,
        };
        map.NothingElse();
        return experiment;
    }

    private static Dictionary<Dialect, IReadOnlyList<string>> Findings(YamlMap map, Dialect[] dialects)
    {
        if (map.Has("findings") && map.Map("findings") is { } byDialect)
        {
            Dictionary<Dialect, IReadOnlyList<string>> findings =
                dialects.Distinct().ToDictionary(dialect => dialect, IReadOnlyList<string> (dialect) => Slugs(byDialect, Word(dialect)));
            byDialect.NothingElse();
            return findings;
        }

        string[] slugs = Slugs(map, "finding");
        return dialects.Distinct().ToDictionary(dialect => dialect, IReadOnlyList<string> (_) => slugs);
    }

    private static string[] Slugs(YamlMap map, string key)
    {
        if (!map.Has(key))
        {
            map.Text(key);
        }

        string[] slugs = [.. map.Texts(key).Where(slug => slug != None)];
        PredicateReader.CheckSlugs(map, key, slugs);
        return slugs;
    }

    private static Dialect? DialectOf(string word, YamlMap map)
    {
        foreach (Dialect dialect in Enum.GetValues<Dialect>())
        {
            if (Word(dialect) == word)
            {
                return dialect;
            }
        }

        map.Report("dialects", $"there is no dialect '{word}'; there are coroutines and tasks.");
        return null;
    }

    private static string Word(Dialect dialect) => dialect == Dialect.Coroutines ? "coroutines" : "tasks";
}

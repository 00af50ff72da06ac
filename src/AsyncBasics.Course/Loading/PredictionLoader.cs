namespace AsyncBasics.Course;

/// <summary>Reads predictions, each when a step asks for it first.</summary>
internal sealed class PredictionLoader(LessonFiles files)
{
    private readonly Dictionary<string, Prediction?> _byId = [];

    /// <summary>Those that steps asked for, in that order.</summary>
    public IReadOnlyList<Prediction> Loaded => [.. _byId.Values.OfType<Prediction>()];

    public Prediction? Load(string id, ContentPlace asker)
    {
        if (!_byId.TryGetValue(id, out Prediction? prediction))
        {
            prediction = Read(id, asker);
            _byId.Add(id, prediction);
        }

        return prediction;
    }

    private Prediction? Read(string id, ContentPlace asker)
    {
        if (files.Map($"predictions/{id}.yaml", asker) is not { } map)
        {
            return null;
        }

        bool isList = map.IsList("lines");
        string? word = isList ? null : map.TextOrNull("lines");
        if (!isList && word is not (null or "all" or "none"))
        {
            map.Report("lines", $"'lines: {word}' must be all, none, or a list of lines.");
        }

        var prediction = new Prediction
        {
            Id = id,
            Title = map.Text("title"),
            Question = map.Text("question"),
            Program = files.Program(map.Text("program"), map.PlaceOf("program")),
            AsksForOrder = isList || word == "all",
            Lines = isList ? [.. map.Maps("lines").Select(Line)] : [],
            AsksForTotal = map.Flag("total"),
            Reason = map.Text("reason"),
            Place = map.Place,
        };
        map.NothingElse();
        if (prediction is { AsksForOrder: false, AsksForTotal: false })
        {
            map.Report("lines", "a prediction asks for something: 'lines', 'total: true', or both.");
        }

        return prediction;
    }

    private static PredictedLine Line(YamlMap map)
    {
        var line = new PredictedLine(map.Text("text"), map.TextOrNull("reason"));
        map.NothingElse();
        return line;
    }
}

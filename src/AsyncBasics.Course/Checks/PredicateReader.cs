using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>Reads what a check asks for.</summary>
internal static class PredicateReader
{
    private static readonly Dictionary<string, Func<YamlMap, string, Predicate?>> s_kinds = new()
    {
        ["outcome"] = (map, key) => Word<Outcome>(map, key) is { } outcome ? new OutcomePredicate(outcome) : null,
        ["dialect"] = (map, key) => Word<Dialect>(map, key) is { } dialect ? new DialectPredicate(dialect) : null,
        ["exit-code"] = (map, key) => map.Number(key) is { } code ? new ExitCodePredicate((int)code) : null,
        ["makespan"] = (map, key) => Time(map, key, RunTime.Makespan),
        ["needed"] = (map, key) => Time(map, key, RunTime.Needed),
        ["blocked"] = (map, key) => Time(map, key, RunTime.Blocked),
        ["overlap"] = (map, key) => new OverlapPredicate(Patterns(map, key)),
        ["sequential"] = (map, key) => new SequentialPredicate(Patterns(map, key)),
        ["at-once"] = AtOnce,
        ["lanes"] = Lanes,
        ["starts"] = (map, key) => Moment(map, key, isEnd: false),
        ["ends"] = (map, key) => Moment(map, key, isEnd: true),
        ["done"] = (map, key) => new LaneStatePredicate(Patterns(map, key), FutureState.Succeeded, IsForbidden: false),
        ["failed"] = (map, key) => new LaneStatePredicate(Patterns(map, key), FutureState.Failed, IsForbidden: false),
        ["cancelled"] = (map, key) => new LaneStatePredicate(Patterns(map, key), FutureState.Cancelled, IsForbidden: false),
        ["pending"] = (map, key) => new LaneStatePredicate(Patterns(map, key), FutureState.Pending, IsForbidden: false),
        ["not-done"] = (map, key) => new LaneStatePredicate(Patterns(map, key), FutureState.Succeeded, IsForbidden: true),
        ["not-failed"] = (map, key) => new LaneStatePredicate(Patterns(map, key), FutureState.Failed, IsForbidden: true),
        ["not-cancelled"] = (map, key) => new LaneStatePredicate(Patterns(map, key), FutureState.Cancelled, IsForbidden: true),
        ["not-pending"] = (map, key) => new LaneStatePredicate(Patterns(map, key), FutureState.Pending, IsForbidden: true),
        ["findings"] = Findings,
        ["prints"] = (map, key) => new PrintsPredicate(map.Texts(key), InAnyOrder: false),
        ["prints-in-any-order"] = (map, key) => new PrintsPredicate(map.Texts(key), InAnyOrder: true),
        ["order"] = (map, key) => new OrderPredicate(Patterns(map, key)),
        ["writes"] = Writes,
        ["never-prints"] = (map, key) => new NeverPrintsPredicate(Patterns(map, key)),
    };

    /// <summary>Every word that an item of a check can begin with.</summary>
    public static IEnumerable<string> Kinds => s_kinds.Keys;

    /// <summary>An item of a check; <see langword="null"/> when it could not be read, which is told.</summary>
    public static CheckItem? Read(YamlMap map)
    {
        string message = map.Text("message");
        string[] kinds = [.. map.Keys.Where(key => key != "message")];
        if (kinds is not [string kind])
        {
            map.Report("message", $"an item of a check asks for one thing; this asks for {(kinds.Length == 0 ? "none" : string.Join(" and ", kinds))}.");
            return null;
        }

        if (!s_kinds.TryGetValue(kind, out Func<YamlMap, string, Predicate?>? read))
        {
            map.Report(kind, $"a check cannot ask for '{kind}'; it can ask for {string.Join(", ", Kinds)}.");
            return null;
        }

        return read(map, kind) is { } predicate ? new CheckItem(predicate, message) : null;
    }

    /// <summary>A member of an enum by its name in kebab-case.</summary>
    public static T? Word<T>(YamlMap map, string key)
        where T : struct, Enum
    {
        string word = map.Text(key);
        foreach (T value in Enum.GetValues<T>())
        {
            if (Kebab(value) == word)
            {
                return value;
            }
        }

        map.Report(key, $"'{key}: {word}' is unknown; there are {string.Join(", ", Enum.GetValues<T>().Select(Kebab))}.");
        return null;
    }

    /// <summary>Reports slugs that no kind of finding has.</summary>
    public static void CheckSlugs(YamlMap map, string key, IEnumerable<string> slugs)
    {
        foreach (string slug in slugs.Where(slug => FindingKind.All.All(kind => kind.Slug != slug)))
        {
            map.Report(key, $"there is no finding '{slug}'; there are {string.Join(", ", FindingKind.All.Select(kind => kind.Slug))}.");
        }
    }

    private static string Kebab<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}")).ToLowerInvariant();

    private static List<Pattern> Patterns(YamlMap map, string key)
    {
        IReadOnlyList<string> texts = map.Texts(key);
        if (texts.Count == 0)
        {
            map.Report(key, $"'{key}' needs at least one pattern.");
        }

        return [.. texts.Select(text => new Pattern(text))];
    }

    private static TimePredicate? Time(YamlMap map, string key, RunTime time) =>
        map.Map(key) is { } inner && ReadBounds(inner, map, key) is { } bounds ? new TimePredicate(time, bounds) : null;

    private static AtOncePredicate? AtOnce(YamlMap map, string key) =>
        map.Map(key) is { } inner && new Pattern(inner.Text("match")) is var pattern && ReadBounds(inner, map, key) is { } bounds
            ? new AtOncePredicate(pattern, bounds)
            : null;

    private static LaneCountPredicate? Lanes(YamlMap map, string key) =>
        map.Map(key) is { } inner && new Pattern(inner.Text("match")) is var pattern && ReadBounds(inner, map, key) is { } bounds
            ? new LaneCountPredicate(pattern, bounds)
            : null;

    private static LaneMomentPredicate? Moment(YamlMap map, string key, bool isEnd)
    {
        if (map.Map(key) is not { } inner)
        {
            return null;
        }

        var pattern = new Pattern(inner.Text("lane"));
        Bounds? bounds = inner.Map("at") is { } at ? ReadBounds(at, inner, "at") : null;
        if (!inner.Has("at"))
        {
            inner.Text("at");
        }

        inner.NothingElse();
        return bounds is null ? null : new LaneMomentPredicate(pattern, isEnd, bounds);
    }

    private static WritesPredicate? Writes(YamlMap map, string key)
    {
        if (map.Map(key) is not { } inner)
        {
            return null;
        }

        var line = new Pattern(inner.Text("line"));
        Pattern? by = inner.TextOrNull("by") is { } name ? new Pattern(name) : null;
        Bounds? at = inner.Map("at") is { } bounds ? ReadBounds(bounds, inner, "at") : null;
        inner.NothingElse();
        if (by is null && !inner.Has("at"))
        {
            map.Report(key, $"'{key}' asks by whom a line is written, or when: add 'by', 'at' or both. For the line alone there is 'order'.");
        }

        return new WritesPredicate(line, by, at);
    }

    private static Predicate? Findings(YamlMap map, string key)
    {
        if (map.Map(key) is not { } inner)
        {
            return null;
        }

        bool nothing = inner.Flag("all-none");
        IReadOnlyList<string> none = inner.Texts("none");
        IReadOnlyList<string> some = inner.Texts("some");
        CheckSlugs(map, key, [.. none, .. some]);
        inner.NothingElse();
        switch (nothing, none.Count > 0, some.Count > 0)
        {
            case (true, false, false):
                return new NoFindingsPredicate(null);
            case (false, true, false):
                return new NoFindingsPredicate(none);
            case (false, false, true):
                return new SomeFindingsPredicate(some);
            default:
                map.Report(key, $"'{key}' asks for one of all-none, none and some.");
                return null;
        }
    }

    private static Bounds? ReadBounds(YamlMap inner, YamlMap outer, string key)
    {
        double? count = inner.Number("count");
        var bounds = new Bounds(count ?? inner.Number("min"), count ?? inner.Number("max"));
        inner.NothingElse();
        if (bounds is not (null, null))
        {
            return bounds;
        }

        outer.Report(key, $"'{key}' needs a bound: min, max or both.");
        return null;
    }
}

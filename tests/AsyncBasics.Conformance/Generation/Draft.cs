using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Generation;

/// <summary>
/// What the statements of one program have in common. A program draws a few themes, few things and few durations,
/// so that its tasks meet: at the same lock, at the same instant.
/// </summary>
internal sealed class Draft
{
    private static readonly int[][] s_palettes =
        [[0, 1, 2], [0, 10, 20], [0, 5, 10, 15], [1, 1, 2, 3], [0, 0, 1], [10, 10, 20, 30], [0, 3, 7, 10], [5, 5, 5, 10]];

    private static readonly Dictionary<Feature, string> s_letters = new()
    {
        [Feature.Future] = "F",
        [Feature.Lock] = "L",
        [Feature.Semaphore] = "SB",
        [Feature.Event] = "E",
        [Feature.Condition] = "C",
        [Feature.Queue] = "QQPK",
        [Feature.Barrier] = "R",
        [Feature.Variable] = "v",
    };

    private readonly int[] _durations;
    private readonly int _maximumSlots;
    private int _slots;
    private int _names;
    private int _texts;

    internal Draft(RandomSource random, IReadOnlyList<Feature> features)
    {
        Random = random;
        _durations = random.Of(s_palettes);
        (int fewest, int most) = random.Weighted<(int, int)>(
            [(25, (6, 25)), (30, (25, 60)), (25, (60, 110)), (20, (110, 180))]);
        StatementBudget = random.Between(fewest, most);
        _maximumSlots = Math.Clamp((StatementBudget / 6) + random.Between(1, 4), 2, 18);
        Themes = DrawThemes(features);
        Things = DrawThings();
        TasksAreEager = Themes.Contains(Feature.Eager) && random.Percent(50);
    }

    internal RandomSource Random { get; }

    internal int StatementBudget { get; }

    /// <summary>How many tasks the program means to start at least.</summary>
    internal int TaskGoal => Math.Max(1, _maximumSlots / 2);

    internal IReadOnlySet<Feature> Themes { get; }

    internal SortedDictionary<string, int> Things { get; }

    /// <summary>Whether tasks that do not say otherwise run their first step when they are made.</summary>
    internal bool TasksAreEager { get; }

    /// <summary>How many functions there are; set when the program is laid out.</summary>
    internal int FunctionCount { get; set; } = 1;

    internal int Duration() => Random.Of(_durations);

    /// <summary>A time limit: sometimes none, sometimes past already.</summary>
    internal int? Limit() => Random.Below(12) switch
    {
        0 => null,
        1 => Random.Of(0, -1),
        _ => Duration(),
    };

    /// <summary>A text nobody else has, so that a line of the log leads to its statement.</summary>
    internal string Text() => $"m{++_texts}";

    internal string? Reason() => Random.Percent(70) ? $"r{++_texts}" : null;

    /// <summary>A name nobody else has, for a timeout (T), a group (G) or a handle (h).</summary>
    internal string Name(char kind) => $"{kind}{++_names}";

    /// <summary>Whether a task that is created runs its first step at once: mostly not said.</summary>
    internal bool? Eager() => !Themes.Contains(Feature.Eager) || Random.Percent(40) ? null : Random.Percent(65);

    internal bool HasSlots => _slots < _maximumSlots;

    internal string NewSlot(Place place)
    {
        string slot = $"t{++_slots}";
        if (!place.InCallback)
            place.Started.Add(slot);
        return slot;
    }

    /// <summary>One of the shared things of these kinds (the first letters of their names), if there is one.</summary>
    internal string? Thing(string kinds)
    {
        string[] fitting = [.. Things.Keys.Where(name => kinds.Contains(name[0], StringComparison.Ordinal))];
        return fitting.Length == 0 ? null : Random.Of(fitting);
    }

    /// <summary>A task or future to do something with: most often one that this function has started itself.</summary>
    internal string Target(Place place)
    {
        if (Thing("F") is { } future && Random.Percent(25))
            return future;
        if (place.Started.Count > 0 && Random.Percent(place.Function == 0 ? 90 : 70))
            return Random.Of(place.Started);
        if (place.Function > 0 && Random.Percent(6))
            return "main";
        // The lower a slot's number, the likelier it has been filled when this statement runs.
        return $"t{Math.Min(Random.Between(1, Math.Max(1, _slots)), Random.Between(1, Math.Max(1, _slots)))}";
    }

    /// <summary>A function that may be used here.</summary>
    internal int? LaterFunction(Place place) =>
        place.Function + 1 < FunctionCount ? Random.Between(place.Function + 1, FunctionCount - 1) : null;

    /// <summary>Something to hand to a combinator: a task mostly, or a coroutine, or a gather of some.</summary>
    internal Awaitable Awaitable(Place place, int depth = 0)
    {
        int dice = Random.Below(100);
        if (dice < 55 && HasSlots && LaterFunction(place) is { } function)
            return new Awaitable.Coroutine(function, NewSlot(place));
        if (dice is >= 55 and < 63 && depth == 0)
            return new Awaitable.Gathering(Awaitables(place, depth + 1), Random.Percent(40));
        // The task started last is the least likely to have ended already.
        return new Awaitable.Named(place.Started.Count > 0 && Random.Percent(60) ? place.Started[^1] : Target(place));
    }

    internal IReadOnlyList<Awaitable> Awaitables(Place place, int depth = 0) =>
        [.. Enumerable.Range(0, Random.Weighted([(2, 0), (18, 1), (45, 2), (25, 3), (10, 4)])).Select(_ => Awaitable(place, depth))];

    private HashSet<Feature> DrawThemes(IReadOnlyList<Feature> features)
    {
        int count = Math.Min(features.Count, Random.Between(1, StatementBudget < 25 ? 2 : 4));
        HashSet<Feature> themes = [];
        while (themes.Count < count)
            themes.Add(Random.Of(features));
        return themes;
    }

    private SortedDictionary<string, int> DrawThings()
    {
        SortedDictionary<string, int> things = new(StringComparer.Ordinal);
        foreach (Feature theme in Themes.Order())
        {
            string letters = s_letters.GetValueOrDefault(theme, "");
            for (int count = letters.Length == 0 ? 0 : Random.Weighted([(60, 1), (30, 2), (10, 3)]); count > 0; count--)
                AddThing(things, Random.Of<char>(letters.ToCharArray()));
        }

        if (Themes.Contains(Feature.Condition))
            AddThing(things, 'x');
        ShareLocks(things);
        return things;
    }

    /// <summary>Some conditions guard with a lock that others use too.</summary>
    private void ShareLocks(SortedDictionary<string, int> things)
    {
        int locks = things.Keys.Count(name => name[0] == 'L');
        foreach (string condition in things.Keys.Where(name => name[0] == 'C').ToArray())
        {
            if (locks > 0 && Random.Percent(40))
                things[condition] = Random.Between(1, locks);
        }
    }

    private void AddThing(SortedDictionary<string, int> things, char kind)
    {
        int number = things.Keys.Count(name => name[0] == kind);
        things[$"{kind}{number}"] = kind switch
        {
            'S' or 'B' => Random.Weighted([(10, 0), (50, 1), (30, 2), (10, 3)]),
            'Q' or 'P' or 'K' => Random.Weighted([(40, 0), (35, 1), (25, 2)]),
            'R' => Random.Weighted([(15, 1), (55, 2), (30, 3)]),
            _ => 0,
        };
    }
}

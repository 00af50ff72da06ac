using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Generation;

/// <summary>Something that can be written at a place; null when it has no sense there.</summary>
/// <param name="Weight">How often, compared with the others.</param>
/// <param name="Waits">Whether it can wait, and so has no sense in a callback.</param>
/// <param name="Make">Makes the statement.</param>
/// <param name="Nests">Whether it has statements inside, which there is no room for at the greatest depth.</param>
internal sealed record Choice(int Weight, bool Waits, Func<Place, Statement?> Make, bool Nests = false);

/// <summary>Writes blocks of statements, drawn from the choices of the core and of the program's themes.</summary>
internal sealed class BlockWriter
{
    private const int MaximumDepth = 5;

    private readonly Draft _draft;
    private readonly RandomSource _random;
    private readonly List<(int Weight, Choice Choice)> _anywhere;
    private readonly List<(int Weight, Choice Choice)> _atGreatestDepth;
    private readonly List<(int Weight, Choice Choice)> _inCallbacks;

    internal BlockWriter(Draft draft)
    {
        _draft = draft;
        _random = draft.Random;
        Choice[] choices =
        [
            .. CoreChoices.For(draft, this),
            .. ScopeChoices.For(draft, this),
            .. CallbackChoices.For(draft, this),
            .. LockChoices.For(draft, this),
            .. SignalChoices.For(draft, this),
            .. QueueChoices.For(draft),
        ];
        _anywhere = [.. choices.Select(choice => (choice.Weight, choice))];
        _atGreatestDepth = [.. _anywhere.Where(each => !each.Choice.Nests)];
        _inCallbacks = [.. _anywhere.Where(each => !each.Choice.Waits)];
    }

    /// <summary>A block that also starts each of the functions named, the sooner the likelier.</summary>
    internal IReadOnlyList<Statement> Write(Place place, int budget, IEnumerable<int>? toStart = null)
    {
        List<Statement> block = [];
        Queue<int> starts = new(toStart ?? []);
        while (budget > 0 || starts.Count > 0)
        {
            bool start = starts.Count > 0 && _draft.HasSlots && (budget <= 0 || _random.Percent(60));
            if (!start && budget <= 0)
                break;

            Statement statement = start ? Start(place, starts) : Next(place);
            block.Add(statement);
            budget -= ProgramSize.WrittenIn([statement]);
        }

        return block;
    }

    /// <summary>A short block inside a statement at this place.</summary>
    internal IReadOnlyList<Statement> Inner(Place place, int longest) =>
        Write(place.Inside(), _random.Between(1, longest));

    /// <summary>One statement that does not wait, for a callback.</summary>
    internal Statement Immediate(Place place) => Draw(place.Inside() with { InCallback = true }, _inCallbacks);

    private Statement Next(Place place) =>
        Guarded(place, Draw(place, place.Depth < MaximumDepth ? _anywhere : _atGreatestDepth));

    private Statement Draw(Place place, List<(int Weight, Choice Choice)> choices)
    {
        while (true)
        {
            if (_random.Weighted(choices).Make(place) is { } drawn)
                return drawn;
        }
    }

    private Statement Start(Place place, Queue<int> starts)
    {
        int function = starts.Dequeue();
        if (_draft.Themes.Contains(Feature.Group) && place.Groups.Count > 0)
            return new Statement.Spawn(place.Groups[^1], _draft.NewSlot(place), function);
        return new Statement.Create(_draft.NewSlot(place), function, _draft.Eager());
    }

    /// <summary>
    /// A statement that can fail is often put into a try of its own; without that most tasks would end at their first
    /// error, and little would be seen of how they go on.
    /// </summary>
    private Statement Guarded(Place place, Statement statement)
    {
        bool canFail = statement is Statement.Join or Statement.Gather or Statement.Wait or Statement.WaitFor
            or Statement.Shield or Statement.Timeout or Statement.Group or Statement.Raise or Statement.Sleep
            or Statement.AsCompleted or Statement.With or Statement.Get or Statement.Put or Statement.PassBarrier;
        int chance = statement is Statement.Sleep or Statement.Raise ? 15 : 50;
        if (place.Function == 0)
            chance = 85;
        if (!canFail || place.Depth >= MaximumDepth || !_random.Percent(chance))
            return statement;

        Handler[] handlers = [.. Enumerable.Range(0, _random.Weighted([(80, 1), (20, 2)])).Select(_ => Handler(place))];
        return new Statement.Try([statement], handlers, []);
    }

    internal Handler Handler(Place place)
    {
        // Main is the one that has to stay: it catches whatever comes more often than one of its tasks does.
        string kind = _random.Weighted<string>(place.Function == 0
            ? [(10, "cancelled"), (25, "error"), (60, "all"), (5, "timeout")]
            : [(30, "cancelled"), (25, "error"), (20, "all"), (10, "boom"), (8, "timeout"), (7, "group")]);
        IReadOnlyList<Statement> body = _random.Percent(60) ? Inner(place, 2) : [];
        return new Handler(kind, body, Rethrow: _random.Percent(place.Function == 0 ? 5 : 30));
    }
}

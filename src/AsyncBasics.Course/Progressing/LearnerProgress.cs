namespace AsyncBasics.Course;

/// <summary>What a learner has done in a lesson: all of it follows from the events.</summary>
public sealed class LearnerProgress
{
    private readonly Dictionary<string, CardMemory> _memories = [];
    private readonly Dictionary<string, Card> _ownCards = [];
    private readonly Dictionary<string, LearningEvent> _lastAnswers = [];
    private readonly Dictionary<(LearningEventKind Kind, string Item), int> _counts = [];
    private readonly HashSet<(LearningEventKind Kind, string Item)> _right = [];
    private readonly Dictionary<string, int> _hints = [];

    private LearnerProgress(IReadOnlyList<LearningEvent> events) => Events = events;

    /// <summary>The events, the oldest first.</summary>
    public IReadOnlyList<LearningEvent> Events { get; }

    /// <summary>The cards made from the learner's own findings, the oldest first.</summary>
    public IReadOnlyCollection<Card> OwnCards => _ownCards.Values;

    /// <summary>What follows from the events of a lesson, in whatever order they are given.</summary>
    public static LearnerProgress From(IEnumerable<LearningEvent> events, string lesson)
    {
        ArgumentNullException.ThrowIfNull(events);
        var progress = new LearnerProgress([.. events
            .Where(happened => happened.Lesson == lesson)
            .OrderBy(happened => happened.At)
            .ThenBy(happened => happened.Id)]);
        foreach (LearningEvent happened in progress.Events)
        {
            progress.Take(happened);
        }

        return progress;
    }

    /// <summary>How often something was done.</summary>
    public int Count(LearningEventKind kind, string item) => _counts.GetValueOrDefault((kind, item));

    /// <summary>Whether something was done at least once.</summary>
    public bool Has(LearningEventKind kind, string item) => Count(kind, item) > 0;

    /// <summary>Whether something was done right at least once.</summary>
    public bool HasRight(LearningEventKind kind, string item) => _right.Contains((kind, item));

    /// <summary>Whether the last answer to a question of the quiz was right; <see langword="null"/> when there is none.</summary>
    public bool? LastAnswer(string group, string question) => _lastAnswers.GetValueOrDefault(QuizItem(group, question))?.IsRight;

    /// <summary>How many hints of an exercise were shown.</summary>
    public int HintsShown(string exercise) => _hints.GetValueOrDefault(exercise);

    /// <summary>How well a card is known.</summary>
    public CardMemory MemoryOf(string card) => _memories.GetValueOrDefault(card, CardMemory.New);

    /// <summary>The name of a question of the quiz in the events.</summary>
    public static string QuizItem(string group, string question) => $"{group}/{question}";

    private void Take(LearningEvent happened)
    {
        (LearningEventKind, string) key = (happened.Kind, happened.Item);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
        if (happened.IsRight == true)
        {
            _right.Add(key);
        }

        switch (happened.Kind)
        {
            case LearningEventKind.QuizAnswered:
                _lastAnswers[happened.Item] = happened;
                break;
            case LearningEventKind.HintShown:
                _hints[happened.Item] = Math.Max(HintsShown(happened.Item), happened.Number ?? 0);
                break;
            case LearningEventKind.CardMade:
                _ownCards.TryAdd(happened.Item, new Card(happened.Item, happened.Text ?? string.Empty, happened.Detail ?? string.Empty, []));
                break;
            case LearningEventKind.CardRated when happened.Number is >= (int)Rating.Again and <= (int)Rating.Easy:
                _memories[happened.Item] = Fsrs.Review(MemoryOf(happened.Item), (Rating)happened.Number.Value, happened.At);
                break;
            default:
                break;
        }
    }
}

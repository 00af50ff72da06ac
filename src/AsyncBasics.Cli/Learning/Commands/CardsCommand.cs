using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>async-basics cards</c>: flashcards, each when it is due.</summary>
internal sealed class CardsCommand : LearningCommand
{
    private readonly Option<bool> _list = OptionKinds.Flag("--list", "List the cards, and when each is due.");
    private readonly Option<bool> _all = OptionKinds.Flag("--all", "Go through all cards, whether they are due or not.");

    public CardsCommand()
        : base("cards", "Shows the flashcards that are due today, then some new ones; each comes back just before you would forget it.", asks: false) =>
        Add([_list, _all, .. Options]);

    public override IReadOnlyList<string> Examples => ["async-basics cards", "async-basics cards --list", "yes 3 | async-basics cards"];

    protected override int Teach(LearningSession session, ParseResult parsed)
    {
        if (parsed.GetValue(_list))
        {
            List(session);
            return ExitCodes.Success;
        }

        Card[] cards = parsed.GetValue(_all)
            ? [.. CardDeck.All(session.Lesson, session.Progress)]
            : [.. CardDeck.Due(session.Lesson, session.Progress, session.Now), .. CardDeck.New(session.Lesson, session.Progress, session.Now)];
        if (cards.Length == 0)
        {
            session.Talk.Judge(true, $"Nothing is due. {NextDue(session)}");
            return ExitCodes.Success;
        }

        for (int i = 0; i < cards.Length; i++)
        {
            Show(session, cards[i], $"Card {i + 1} of {cards.Length}");
        }

        session.Talk.Judge(true, $"That was all for now. {NextDue(session)}");
        return ExitCodes.Success;
    }

    private static void Show(LearningSession session, Card card, string heading)
    {
        Conversation talk = session.Talk;
        string kind = card.Place is null ? " · from your own code" : session.Progress.MemoryOf(card.Id).Stage == CardStage.New ? " · new" : string.Empty;
        talk.Heading(heading + kind);
        talk.Say();
        talk.SayMarkdown(card.Front);
        talk.Pause("Enter turns it over");
        talk.Say();
        talk.SayMarkdown(card.Back);
        Rating rating = RatingTalk.Ask(talk, "Did you know it?");
        session.Record(LearningEventKind.CardRated, card.Id, number: (int)rating);
        talk.Say(Ink.Quiet, $"Saved: it comes back {RatingTalk.ComesBack(session.Progress.MemoryOf(card.Id), session.Now)}.");
        talk.Say();
    }

    private static string NextDue(LearningSession session)
    {
        CardMemory[] later = [.. CardDeck.All(session.Lesson, session.Progress)
            .Select(card => session.Progress.MemoryOf(card.Id))
            .Where(memory => memory.Stage != CardStage.New)];
        return later.Length == 0
            ? "New ones come tomorrow."
            : $"The next comes {RatingTalk.ComesBack(later.MinBy(memory => memory.Due)!, session.Now)}.";
    }

    private static void List(LearningSession session)
    {
        IReadOnlyList<Card> cards = CardDeck.All(session.Lesson, session.Progress);
        int widest = cards.Count == 0 ? 0 : cards.Max(card => card.Id.Length);
        foreach (Card card in cards)
        {
            CardMemory memory = session.Progress.MemoryOf(card.Id);
            string due = memory.Stage == CardStage.New ? "new"
                : memory.Due <= session.Now ? "due"
                : RatingTalk.ComesBack(memory, session.Now);
            session.Talk.Say(new Inked($"  {card.Id.PadRight(widest + 2)}", Ink.Code), new Inked(due, due == "due" ? Ink.Note : Ink.Plain));
        }
    }
}

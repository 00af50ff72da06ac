namespace AsyncBasics.Course;

/// <summary>Reads the flashcards, and the questions to answer in one's own words that feed them.</summary>
internal static class CardLoader
{
    public static IReadOnlyList<Card> LoadCards(LessonFiles files) => [.. files.Maps("cards.yaml").Select(map =>
    {
        var card = new Card(map.Text("id"), map.Text("front"), map.Text("back"), map.Texts("tags"), map.Place);
        map.NothingElse();
        return card;
    })];

    public static IReadOnlyList<ExplainQuestion> LoadExplain(LessonFiles files) => [.. files.Maps("explain.yaml").Select(map =>
    {
        var question = new ExplainQuestion(map.Text("id"), map.Text("question"), map.Text("answer"), map.Texts("cards"), map.Place);
        map.NothingElse();
        return question;
    })];
}

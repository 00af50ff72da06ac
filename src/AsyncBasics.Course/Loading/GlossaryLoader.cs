namespace AsyncBasics.Course;

/// <summary>Reads the words of a lesson.</summary>
internal static class GlossaryLoader
{
    public static IReadOnlyList<Term> LoadTerms(LessonFiles files) => [.. files.Maps("glossary.yaml").Select(map =>
    {
        var term = new Term(map.Text("term"), map.Text("meaning"), map.Texts("see"), map.Place);
        map.NothingElse();
        return term;
    })];

    public static IReadOnlyList<WordsRow> LoadWords(LessonFiles files) => [.. files.Maps("words.yaml").Select(map =>
    {
        var row = new WordsRow(map.Text("asyncio"), map.Text("loop"), map.Text("dotnet"));
        map.NothingElse();
        return row;
    })];
}

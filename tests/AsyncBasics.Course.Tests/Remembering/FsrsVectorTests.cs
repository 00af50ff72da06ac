using System.Text.Json;

namespace AsyncBasics.Course.Tests;

/// <summary>Holds the scheduler against what ts-fsrs says: tests/data/fsrs tells how that was recorded.</summary>
public class FsrsVectorTests
{
    private const double EightPlaces = 1.5e-8;

    public static TheoryData<string> Histories() => [.. Recorded().Select(history => history.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Histories))]
    public void Review_OfARecordedHistory_GivesTheIntervalsAndTheMemoryOfTsFsrs(string name)
    {
        JsonElement history = Recorded().Single(recorded => recorded.GetProperty("name").GetString() == name);
        CardMemory card = CardMemory.New;
        foreach (JsonElement expected in history.GetProperty("reviews").EnumerateArray())
        {
            card = Fsrs.Review(card, (Rating)expected.GetProperty("rating").GetInt32(), expected.GetProperty("at").GetDateTimeOffset());

            Assert.Equal(expected.GetProperty("stage").GetInt32(), (int)card.Stage);
            Assert.Equal(expected.GetProperty("days").GetInt32(), card.IntervalDays);
            Assert.Equal(expected.GetProperty("due").GetDateTimeOffset(), card.Due);
            Assert.Equal(expected.GetProperty("stability").GetDouble(), card.Stability, EightPlaces * Math.Max(1, card.Stability));
            Assert.Equal(expected.GetProperty("difficulty").GetDouble(), card.Difficulty, EightPlaces);
            Assert.Equal(expected.GetProperty("retrievability").GetDouble(), Fsrs.Retrievability(card, card.Due), EightPlaces);
        }
    }

    [Fact]
    public void Review_OfTheWellKnownHistory_GivesItsIntervals()
    {
        int[] ratings = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
        CardMemory card = CardMemory.New with { Due = new DateTimeOffset(2022, 11, 29, 12, 30, 0, TimeSpan.Zero) };
        List<int> intervals = [];
        foreach (int rating in ratings)
        {
            card = Fsrs.Review(card, (Rating)rating, card.Due);
            intervals.Add(card.IntervalDays);
        }

        Assert.Equal([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21], intervals);
    }

    private static List<JsonElement> Recorded()
    {
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "fsrs", "vectors.json")));
        return [.. vectors.RootElement.GetProperty("histories").EnumerateArray().Select(history => history.Clone())];
    }
}

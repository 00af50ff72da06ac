using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary>Asks how well something was remembered.</summary>
internal static class RatingTalk
{
    public static Rating Ask(Conversation talk, string question) => talk.Ask(
        $"{question} 1 again, 2 hard, 3 good, 4 easy:",
        answer => answer.ToLowerInvariant() switch
        {
            "1" or "again" => (Rating.Again, null),
            "2" or "hard" => (Rating.Hard, null),
            "3" or "good" => (Rating.Good, null),
            "4" or "easy" => (Rating.Easy, null),
            _ => (default(Rating), $"'{Quoting.Shown(answer)}' is no rating: write 1, 2, 3 or 4."),
        });

    /// <summary>When a card comes back, in words.</summary>
    public static string ComesBack(CardMemory memory, DateTimeOffset now)
    {
        TimeSpan wait = memory.Due - now;
        return wait switch
        {
            { TotalMinutes: <= 1.5 } => "in a minute",
            { TotalHours: < 1 } => $"in {Math.Round(wait.TotalMinutes)} minutes",
            { TotalDays: < 1.5 } => "tomorrow",
            _ => $"in {Math.Round(wait.TotalDays)} days",
        };
    }
}

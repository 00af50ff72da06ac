namespace AsyncBasics.Course;

/// <summary>On how many days in a row a learner did something.</summary>
public static class Streak
{
    /// <summary>The days in a row that end today, or yesterday when nothing was done today yet.</summary>
    /// <param name="moments">When something was done.</param>
    /// <param name="now">The moment, in the learner's time zone: it tells where a day begins.</param>
    public static int Days(IEnumerable<DateTimeOffset> moments, DateTimeOffset now)
    {
        HashSet<DateTime> days = [.. moments.Select(moment => moment.ToOffset(now.Offset).Date)];
        DateTime day = days.Contains(now.Date) ? now.Date : now.Date.AddDays(-1);
        int streak = 0;
        while (days.Contains(day))
        {
            streak++;
            day = day.AddDays(-1);
        }

        return streak;
    }
}

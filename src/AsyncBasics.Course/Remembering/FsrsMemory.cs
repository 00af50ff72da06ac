namespace AsyncBasics.Course;

/// <summary>The formulas of FSRS-6: how stability and difficulty change with each rating.</summary>
internal static class FsrsMemory
{
    private const double LeastStability = 0.001;
    private const double MostStability = 36500;
    private const double LeastFirstStability = 0.1;

    private static readonly double[] s_weights =
    [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729,
        0.5425, 0.0912, 0.0658, 0.1542,
    ];

    private static readonly double s_decay = -s_weights[20];
    private static readonly double s_factor = Round(Math.Exp(Math.Log(0.9) / s_decay) - 1);

    /// <summary>How probable it is that a card is remembered after some days.</summary>
    public static double Retrievability(int days, double stability) => Round(Math.Pow(1 + (s_factor * days / stability), s_decay));

    /// <summary>After the first rating.</summary>
    public static (double Stability, double Difficulty) First(Rating rating) =>
        (Math.Max(s_weights[(int)rating - 1], LeastFirstStability), Math.Clamp(FirstDifficulty(rating), 1, 10));

    /// <summary>After each later rating.</summary>
    public static (double Stability, double Difficulty) Next(double stability, double difficulty, int days, Rating rating)
    {
        double next = days == 0 ? SameDay(stability, rating)
            : rating == Rating.Again ? Forgotten(stability, difficulty, Retrievability(days, stability))
            : Recalled(stability, difficulty, Retrievability(days, stability), rating);
        return (next, NextDifficulty(difficulty, rating));
    }

    /// <summary>Halves go up, as they do in JavaScript.</summary>
    public static double RoundHalfUp(double number) => Math.Floor(number + 0.5);

    private static double SameDay(double stability, Rating rating)
    {
        double growth = Math.Pow(stability, -s_weights[19]) * Math.Exp(s_weights[17] * ((int)rating - 3 + s_weights[18]));
        return Bounded(stability * (rating == Rating.Again ? growth : Math.Max(growth, 1)));
    }

    private static double Recalled(double stability, double difficulty, double retrievability, Rating rating)
    {
        double penalty = rating == Rating.Hard ? s_weights[15] : 1;
        double bonus = rating == Rating.Easy ? s_weights[16] : 1;
        double growth = Math.Exp(s_weights[8]) * (11 - difficulty) * Math.Pow(stability, -s_weights[9])
            * (Math.Exp((1 - retrievability) * s_weights[10]) - 1) * penalty * bonus;
        return Bounded(stability * (1 + growth));
    }

    private static double Forgotten(double stability, double difficulty, double retrievability)
    {
        double left = Bounded(
            s_weights[11] * Math.Pow(difficulty, -s_weights[12]) * (Math.Pow(stability + 1, s_weights[13]) - 1)
            * Math.Exp((1 - retrievability) * s_weights[14]));
        double most = Round(stability / Math.Exp(s_weights[17] * s_weights[18]));
        return Math.Min(Math.Max(most, LeastStability), left);
    }

    private static double NextDifficulty(double difficulty, Rating rating)
    {
        double change = -s_weights[6] * ((int)rating - 3);
        double damped = difficulty + Round(change * (10 - difficulty) / 9);
        double reverted = Round((s_weights[7] * FirstDifficulty(Rating.Easy)) + ((1 - s_weights[7]) * damped));
        return Math.Clamp(reverted, 1, 10);
    }

    private static double FirstDifficulty(Rating rating) =>
        Round(s_weights[4] - Math.Exp(((int)rating - 1) * s_weights[5]) + 1);

    private static double Bounded(double stability) => Round(Math.Clamp(stability, LeastStability, MostStability));

    /// <summary>To eight places, so that the last bits of a platform's mathematics do not add up.</summary>
    private static double Round(double number) => RoundHalfUp(number * 1e8) / 1e8;
}

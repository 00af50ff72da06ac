using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>Places moments on columns, and chooses which of them get a tick.</summary>
/// <param name="scale">The time that the whole width stands for.</param>
/// <param name="columns">The width.</param>
internal sealed class TimeAxis(TimeSpan scale, int columns)
{
    private static readonly TimeSpan[] s_stepsOfClocks =
    [
        .. new[] { 10, 15, 20, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds)),
        .. new[] { 1, 2, 5, 10, 15, 20, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 2, 3, 6, 12 }.Select(hours => TimeSpan.FromHours(hours)),
    ];

    private static readonly Tick s_zero = new(TimeSpan.Zero, 0, "0", "s");

    public int Columns => columns;

    /// <summary>
    /// The widest axis of at most <paramref name="columns"/> on which the ticks stand at equal distances, where the scale is made of
    /// whole steps.
    /// </summary>
    public static TimeAxis Within(TimeSpan scale, int columns)
    {
        var axis = new TimeAxis(scale, columns);
        int steps = axis.Ticks().Count - 1;
        bool isWhole = steps > 0 && axis.ColumnOf(scale) == axis.Ticks()[^1].Column;
        return isWhole ? new TimeAxis(scale, ((columns - 1) / steps * steps) + 1) : axis;
    }

    /// <summary>The column of a moment.</summary>
    public int ColumnOf(TimeSpan time)
    {
        double share = scale > TimeSpan.Zero ? Math.Clamp(time / scale, 0, 1) : 0;
        return (int)Math.Round(share * (columns - 1));
    }

    /// <summary>Ticks at round moments, so far apart that their labels do not touch.</summary>
    public IReadOnlyList<Tick> Ticks()
    {
        if (scale <= TimeSpan.Zero)
        {
            return [s_zero];
        }

        foreach (TimeSpan step in Steps())
        {
            List<Tick> ticks = [];
            int free = 0;
            bool fits = true;
            for (TimeSpan time = TimeSpan.Zero; fits && time <= scale; time += step)
            {
                Tick tick = TickAt(time, step);
                fits = tick.Column >= free;
                free = tick.Column + tick.Label.Length + 2;
                ticks.Add(tick);
            }

            if (fits)
            {
                return ticks;
            }
        }

        return [s_zero];
    }

    /// <summary>Round steps, from one tick of the clock to the scale itself: 1, 2, 5, then those of minutes, hours and days.</summary>
    private IEnumerable<TimeSpan> Steps()
    {
        TimeSpan smallest = scale / columns;
        return DecimalSteps(1, TimeSpan.FromSeconds(5).Ticks)
            .Concat(s_stepsOfClocks)
            .Concat(DecimalSteps(TimeSpan.TicksPerDay, long.MaxValue / 16))
            .Where(step => step >= smallest);
    }

    private static IEnumerable<TimeSpan> DecimalSteps(long first, long last)
    {
        for (long power = first; power <= last; power *= 10)
        {
            yield return TimeSpan.FromTicks(power);
            yield return TimeSpan.FromTicks(power * 2);
            yield return TimeSpan.FromTicks(power * 5);
        }
    }

    private Tick TickAt(TimeSpan time, TimeSpan step)
    {
        (double unit, string name) = step.TotalSeconds switch
        {
            >= 86_400 => (86_400, "d"),
            >= 3600 => (3600, "h"),
            >= 60 => (60, "m"),
            _ => scale.TotalSeconds switch
            {
                >= 0.1 => (1, "s"),
                >= 0.001 => (0.001, "ms"),
                _ => (0.000_001, "us"),
            },
        };
        return new Tick(time, ColumnOf(time), (time.TotalSeconds / unit).ToString("0.#######", CultureInfo.InvariantCulture), name);
    }
}

/// <summary>A moment that the axis names.</summary>
/// <param name="Time">The moment.</param>
/// <param name="Column">The column at which it stands.</param>
/// <param name="Number">Its name: so many</param>
/// <param name="Unit">of these.</param>
internal readonly record struct Tick(TimeSpan Time, int Column, string Number, string Unit)
{
    public string Label => Number + Unit;
}

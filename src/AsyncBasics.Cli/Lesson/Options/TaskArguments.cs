using System.Globalization;

namespace AsyncBasics.Cli;

/// <summary>Reads the values of <c>--task NAME=SECONDS</c>.</summary>
internal static class TaskArguments
{
    private const int LongestName = 40;
    private const double LongestSeconds = 1_000_000;
    private const double ShortestSeconds = 0.001;
    private const string Example = "write for example --task A=1.5";

    // The same spelling on every machine, whatever its language: digits and a point.
    private const NumberStyles Spelling =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <exception cref="UsageException">One of them is no task; it names the first.</exception>
    public static IReadOnlyList<TaskSpec> Parse(IReadOnlyList<string> arguments)
    {
        List<TaskSpec> tasks = [];
        foreach (string argument in arguments)
        {
            TaskSpec task = Parse(argument);
            if (tasks.Exists(other => other.Name == task.Name))
            {
                throw new UsageException(
                    $"--task {Quoting.Shown(argument)}: there is a task {task.Name} already; give each a name of its own.");
            }

            tasks.Add(task);
        }

        return tasks;
    }

    private static TaskSpec Parse(string argument)
    {
        string where = $"--task {Quoting.Shown(argument)}";
        int equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            throw new UsageException($"{where}: the seconds are missing; {Example}.");
        }

        string name = argument[..equals];
        string seconds = argument[(equals + 1)..];
        CheckName(name, where);
        return new TaskSpec(name, ParseSeconds(seconds, where));
    }

    private static void CheckName(string name, string where)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new UsageException($"{where}: the name is missing; {Example}.");
        }

        if (!Quoting.IsPlain(name))
        {
            throw new UsageException($"{where}: the name holds characters that cannot be shown; use letters and digits.");
        }

        if (name.Length > LongestName)
        {
            throw new UsageException($"{where}: the name has {name.Length} characters, and at most {LongestName} will do.");
        }
    }

    private static double ParseSeconds(string text, string where)
    {
        if (text.Length == 0)
        {
            throw new UsageException($"{where}: the seconds are missing; {Example}.");
        }

        if (!double.TryParse(text, Spelling, CultureInfo.InvariantCulture, out double seconds) || double.IsNaN(seconds))
        {
            string advice = text.Contains(',', StringComparison.Ordinal)
                ? "write the fraction with a point, as in 1.5"
                : Example;
            throw new UsageException($"{where}: '{Quoting.Shown(text)}' is not a number of seconds; {advice}.");
        }

        if (double.IsNegative(seconds))
        {
            throw new UsageException($"{where}: a task cannot take negative time; use 0 or more seconds.");
        }

        if (seconds > LongestSeconds)
        {
            throw new UsageException($"{where}: that is too long; use at most {LongestSeconds:0} seconds.");
        }

        if (seconds is > 0 and < ShortestSeconds)
        {
            throw new UsageException($"{where}: that is too short to measure; use 0, or at least {ShortestSeconds} seconds.");
        }

        return seconds;
    }
}

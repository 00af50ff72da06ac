using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AsyncBasics.Conformance.Running;

/// <summary>One line of a log.</summary>
/// <param name="Time">Milliseconds of virtual time since the start.</param>
/// <param name="Task">The name of the task, or "loop" for what no task did.</param>
/// <param name="What">The statement and what came of it.</param>
internal readonly record struct LogEntry(long Time, string Task, string What)
{
    public override string ToString() => $"{Time,5} {Task,-8} {What}";
}

/// <summary>What a program did, in the order in which it did it: the thing that is compared.</summary>
internal sealed partial class ProgramLog(IReadOnlyList<LogEntry> entries)
{
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal IReadOnlyList<LogEntry> Entries { get; } = entries;

    /// <summary>The first place where the two differ, or <see langword="null"/> when they are equal.</summary>
    /// <param name="other">What to compare with.</param>
    /// <param name="reasons">
    /// Whether the reasons of cancellations count. asyncio has only a message there, hands it on by chance rather than by rule,
    /// and gives none where the loop does; so by default they do not.
    /// </param>
    internal int? FirstDifference(ProgramLog other, bool reasons = false)
    {
        int common = Math.Min(Entries.Count, other.Entries.Count);
        for (int index = 0; index < common; index++)
        {
            if (!AreAlike(Entries[index], other.Entries[index], reasons))
            {
                return index;
            }
        }

        return Entries.Count == other.Entries.Count ? null : common;
    }

    /// <summary>Reads <c>[[time, task, what], …]</c>.</summary>
    internal static ProgramLog Read(JsonElement array) => new(
        [.. array.EnumerateArray().Select(entry => new LogEntry(
            entry[0].GetInt64(), entry[1].GetString()!, entry[2].GetString()!))]);

    internal static ProgramLog Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        return Read(document.RootElement);
    }

    private static bool AreAlike(LogEntry one, LogEntry other, bool reasons) =>
        one == other || (!reasons && WithoutReasons(one) == WithoutReasons(other));

    private static LogEntry WithoutReasons(LogEntry entry) => entry with { What = Reasons.Replace(entry.What, "cancelled") };

    [GeneratedRegex(@"cancelled:\w+")]
    private static partial Regex Reasons { get; }

    internal string Write()
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, s_plain))
        {
            json.WriteStartArray();
            foreach (LogEntry entry in Entries)
            {
                json.WriteStartArray();
                json.WriteNumberValue(entry.Time);
                json.WriteStringValue(entry.Task);
                json.WriteStringValue(entry.What);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AsyncBasics.Course;

/// <summary>All events of a learner, as they are carried from one machine to another.</summary>
/// <param name="SchemaVersion">The version of the shape of this data.</param>
/// <param name="Events">The events, the oldest first.</param>
public sealed record LearningRecord(int SchemaVersion, IReadOnlyList<LearningEvent> Events);

/// <summary>Events as JSON.</summary>
public static class LearningEventsJson
{
    /// <summary>The version of the shape that is written.</summary>
    public const int SchemaVersion = 1;

    private static readonly LearningEventsJsonContext s_context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter<LearningEventKind>(JsonNamingPolicy.KebabCaseLower) },
    });

    /// <summary>The events as JSON text.</summary>
    public static string Write(IEnumerable<LearningEvent> events) =>
        JsonSerializer.Serialize(new LearningRecord(SchemaVersion, [.. events]), s_context.LearningRecord);

    /// <summary>The events that <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text holds no such events; the message says why, in one sentence.</exception>
    public static IReadOnlyList<LearningEvent> Read(string json)
    {
        LearningRecord? record;
        try
        {
            record = JsonSerializer.Deserialize(json, s_context.LearningRecord);
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"it is no exported progress (line {(wrong.LineNumber ?? 0) + 1})", wrong);
        }

        return record switch
        {
            { SchemaVersion: > SchemaVersion } => throw new FormatException("it was written by a newer version of this program"),
            { SchemaVersion: SchemaVersion, Events: { } events } => events,
            _ => throw new FormatException("it is no exported progress"),
        };
    }
}

/// <summary>How events are written, made by the compiler, so that it works trimmed and without reflection.</summary>
[JsonSerializable(typeof(LearningRecord))]
internal sealed partial class LearningEventsJsonContext : JsonSerializerContext;

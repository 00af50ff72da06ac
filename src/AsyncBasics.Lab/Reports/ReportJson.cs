using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AsyncBasics.Lab;

/// <summary>Reports as JSON: names in camelCase, words in kebab-case (<c>compile-error</c>), times in seconds, no field without a value.</summary>
public static class ReportJson
{
    private static readonly ReportJsonContext s_context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        WriteIndented = true,
        Converters =
        {
            new SecondsConverter(),
            new JsonStringEnumConverter<Outcome>(JsonNamingPolicy.KebabCaseLower),
            new JsonStringEnumConverter<RunLimit>(JsonNamingPolicy.KebabCaseLower),
            new JsonStringEnumConverter<Dialect>(JsonNamingPolicy.KebabCaseLower),
            new JsonStringEnumConverter<SegmentKind>(JsonNamingPolicy.KebabCaseLower),
            new JsonStringEnumConverter<WaitTarget>(JsonNamingPolicy.KebabCaseLower),
            new JsonStringEnumConverter<FutureState>(JsonNamingPolicy.KebabCaseLower),
        },
    });

    /// <summary>The report as JSON text.</summary>
    public static string Write(Report report) => JsonSerializer.Serialize(report, s_context.Report);

    /// <summary>The report that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no report.</exception>
    public static Report Read(string json) =>
        JsonSerializer.Deserialize(json, s_context.Report) ?? throw new JsonException("The text is no report: it is null.");
}

/// <summary>How reports are written, made by the compiler, so that it works trimmed and without reflection.</summary>
[JsonSerializable(typeof(Report))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;

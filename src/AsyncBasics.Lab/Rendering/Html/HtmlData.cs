using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AsyncBasics.Lab;

/// <summary>Data for the page's script, inside the page.</summary>
internal static class HtmlData
{
    /// <remarks>A page ends a script at the first end tag, wherever it stands: so no text in the data may hold the sign that begins one.</remarks>
    public static void Write(Markup html, string id, string json) => html
        .Open("script", ("type", "application/json"), ("id", $"{id}-data"))
        .Raw(json.Replace("<", "\\u003c", StringComparison.Ordinal))
        .Close("script").Line();

    public static string Of(RunReplay replay)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("moments");
            foreach (Moment moment in replay.Moments)
            {
                json.WriteStartObject();
                json.WriteNumber("time", moment.Time.TotalSeconds);
                json.WriteNumber("lane", moment.Lane);
                json.WriteString("caption", DisplayText.Clean(moment.Caption, unicode: true));
                json.WriteNumber("written", moment.LinesWritten);
                WritePlace(json, moment.Place);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("output");
            foreach (string line in replay.Output)
            {
                json.WriteStringValue(line);
            }

            json.WriteEndArray();
            json.WriteStartArray("stuck");
            foreach (StuckLane stuck in replay.Stuck)
            {
                json.WriteStartObject();
                json.WriteNumber("lane", stuck.Lane);
                json.WriteString("text", DisplayText.Clean(stuck.Text, unicode: true));
                WritePlace(json, stuck.Place);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WritePlace(Utf8JsonWriter json, SourcePlace? place)
    {
        if (place is not null)
        {
            json.WriteString("file", place.File);
            json.WriteNumber("line", place.Line);
        }
    }
}

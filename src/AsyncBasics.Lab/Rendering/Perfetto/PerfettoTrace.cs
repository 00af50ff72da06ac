using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AsyncBasics.Lab;

/// <summary>
/// A report's run in the JSON of Chrome's trace events, which Perfetto and chrome://tracing open: each lane a track of its own with its
/// name and place in the order, what it does as slices, arrows from who ended a wait to who waited, and what was written as instants.
/// </summary>
public static class PerfettoTrace
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>Writes the run of <paramref name="report"/>; a report without a run gives a trace without events.</summary>
    public static string Write(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, s_options))
        {
            json.WriteStartObject();
            json.WriteString("displayTimeUnit", "ms");
            json.WriteStartObject("otherData");
            json.WriteString("program", report.Program);
            json.WriteString("summary", string.Join(" · ", ReportSummary.Parts(report)));
            json.WriteEndObject();
            json.WriteStartArray("traceEvents");
            new PerfettoEvents(json, report).Write();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }
}

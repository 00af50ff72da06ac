using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AsyncBasics.Conformance.Language;

/// <summary>The form in which a program goes to the other interpreter and to a file: JSON, one line.</summary>
internal static class ProgramJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Write(AsyncProgram program) => JsonSerializer.Serialize(program, s_options);

    internal static AsyncProgram Read(string line) =>
        JsonSerializer.Deserialize<AsyncProgram>(line, s_options)
        ?? throw new FormatException("A program is expected, not null.");
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace AsyncBasics.Lab;

/// <summary>Writes a time as a number of seconds, which every reader of JSON can use as it is.</summary>
internal sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeSpan.FromTicks((long)Math.Round(reader.GetDouble() * TimeSpan.TicksPerSecond));

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Ticks / (double)TimeSpan.TicksPerSecond);
}

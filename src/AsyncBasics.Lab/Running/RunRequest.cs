using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AsyncBasics.Lab;

/// <summary>A program and how to run it, for whoever has it run elsewhere: in another process, in a browser's worker.</summary>
/// <param name="Files">The program's source files, the one with the entry point first.</param>
/// <param name="Options">How to run it.</param>
public sealed record RunRequest(IReadOnlyList<SourceFile> Files, RunOptions Options)
{
    private static readonly RunRequestJsonContext s_context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new SecondsConverter() },
    });

    /// <summary>Source files as JSON: a list of objects with <c>name</c> and <c>text</c>.</summary>
    /// <exception cref="JsonException">The text is no such list.</exception>
    public static IReadOnlyList<SourceFile> FilesFromJson(string json) =>
        JsonSerializer.Deserialize(json, s_context.IReadOnlyListSourceFile) ?? throw new JsonException("The text is no list of files: it is null.");

    /// <summary>Options as JSON: an object in which every field may be left out.</summary>
    /// <exception cref="JsonException">The text is no such object.</exception>
    public static RunOptions OptionsFromJson(string json)
    {
        // What the compiler made reads a field that is left out as empty, not as its default; so the defaults are written first.
        JsonObject options = JsonSerializer.SerializeToNode(new RunOptions(), s_context.RunOptions)!.AsObject();
        Merge(options, JsonNode.Parse(json) as JsonObject ?? throw new JsonException("The text is no options: it is no object."));
        return options.Deserialize(s_context.RunOptions)!;
    }

    private static void Merge(JsonObject whole, JsonObject part)
    {
        foreach ((string name, JsonNode? value) in part)
        {
            if (value is JsonObject inner && whole[name] is JsonObject outer)
            {
                Merge(outer, inner);
            }
            else
            {
                whole[name] = value?.DeepClone();
            }
        }
    }
}

/// <summary>How requests are written, made by the compiler, so that it works without reflection.</summary>
[JsonSerializable(typeof(RunOptions))]
[JsonSerializable(typeof(IReadOnlyList<SourceFile>))]
internal sealed partial class RunRequestJsonContext : JsonSerializerContext;

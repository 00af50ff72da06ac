using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AsyncBasics.Course;

/// <summary>A YAML file of the course, and where its problems are told.</summary>
internal sealed class YamlFile(string path, int firstLine, ICollection<CourseProblem> problems)
{
    /// <summary>The mapping that a file holds.</summary>
    public static YamlMap ReadMap(string path, string text, ICollection<CourseProblem> problems, int firstLine = 1)
    {
        var file = new YamlFile(path, firstLine, problems);
        switch (file.Parse(text))
        {
            case YamlMappingNode mapping:
                return new YamlMap(mapping, file);
            case null:
                break;
            default:
                file.Report(new ContentPlace(path, firstLine), "the file must hold fields, such as 'title: ...'.");
                break;
        }

        // What could not be read is told already: nothing is to be missed in it.
        return new YamlMap([], new YamlFile(path, firstLine, new List<CourseProblem>()));
    }

    /// <summary>The mappings of a file that holds a list of them.</summary>
    public static IReadOnlyList<YamlMap> ReadMaps(string path, string text, ICollection<CourseProblem> problems)
    {
        var file = new YamlFile(path, 1, problems);
        return file.Parse(text) is { } root ? file.Maps(root, "the file") : [];
    }

    public IReadOnlyList<YamlMap> Maps(YamlNode node, string what)
    {
        if (node is YamlSequenceNode sequence && sequence.Children.All(child => child is YamlMappingNode))
        {
            return [.. sequence.Children.Cast<YamlMappingNode>().Select(child => new YamlMap(child, this))];
        }

        Report(PlaceOf(node), $"{what} must be a list whose items have fields, such as '- id: ...'.");
        return [];
    }

    public ContentPlace PlaceOf(YamlNode node) => new(path, (int)node.Start.Line + firstLine - 1);

    public void Report(ContentPlace place, string message) => problems.Add(new CourseProblem(place.File, place.Line, message));

    private YamlNode? Parse(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException wrong)
        {
            Report(new ContentPlace(path, (int)wrong.Start.Line + firstLine - 1), $"this is no YAML: {wrong.Message}");
            return null;
        }
        catch (InvalidOperationException)
        {
            // The parser's way to say that the text ends too early; it does not say where the trouble began.
            Report(new ContentPlace(path, firstLine), "this is no YAML: something is not closed, such as a bracket or a quote.");
            return null;
        }

        if (stream.Documents.Count == 0)
        {
            Report(new ContentPlace(path, firstLine), "the file is empty.");
            return null;
        }

        return stream.Documents[0].RootNode;
    }
}

using System.Text.RegularExpressions;
using AsyncBasics.Lab;
using Markdig;
using Markdig.Syntax;

namespace AsyncBasics.Course;

/// <summary>Reads a step: its front matter, and its text cut at the blocks that have a meaning of their own.</summary>
internal sealed partial class StepLoader(LessonFiles files, PredictionLoader predictions)
{
    public Step? Load(string id, ContentPlace asker)
    {
        string[] paths = [.. files.PathsLike("steps/", $"-{id}.md").Where(path => IsNumbered(path, id))];
        if (paths.Length != 1)
        {
            files.Report(asker, paths.Length == 0
                ? $"there is no file steps/NN-{id}.md in {files.Folder}."
                : $"'{id}' may be {string.Join(" or ", paths)}; keep one of them.");
            return null;
        }

        string text = files.Read(paths[0], asker)!;
        Match front = FrontMatter().Match(text);
        if (!front.Success)
        {
            files.Report(files.Place(paths[0], 1), "a step begins with its front matter: '---', its fields id, title, question and answer, and '---'.");
            return null;
        }

        YamlMap map = YamlFile.ReadMap($"{files.Folder}/{paths[0]}", front.Groups[1].Value, files.Problems, firstLine: 2);
        string named = map.Text("id");
        if (named.Length > 0 && named != id)
        {
            map.Report("id", $"the id is '{named}', and the file is named for '{id}'; make them the same.");
        }

        int firstLine = front.Value.Count(letter => letter == '\n') + 1;
        var step = new Step
        {
            Id = id,
            Title = map.Text("title"),
            Question = map.Text("question"),
            Answer = map.Text("answer"),
            Blocks = Blocks(text[front.Length..], paths[0], firstLine),
            Place = files.Place(paths[0], 1),
        };
        map.NothingElse();
        return step;
    }

    private static bool IsNumbered(string path, string id) => path["steps/".Length..^$"-{id}.md".Length].All(char.IsAsciiDigit);

    private List<StepBlock> Blocks(string text, string path, int firstLine)
    {
        List<StepBlock> blocks = [];
        string[] lines = text.Split('\n');
        int from = 0;
        foreach (FencedCodeBlock fence in Markdown.Parse(text, StepMarkdown.Pipeline).OfType<FencedCodeBlock>())
        {
            ContentPlace place = files.Place(path, firstLine + fence.Line);
            bool isSpecial = IsSpecial(fence);
            if (!isSpecial)
            {
                continue;
            }

            AddText(blocks, lines[from..fence.Line]);
            // A fence without content has two lines; what an author wrote between them would be lost without a word.
            int lineCount = fence.Lines.Count;
            if (lineCount > 0 && fence.Lines.ToString().Trim().Length > 0)
            {
                files.Report(place, "this block is filled by the course; leave it empty.");
            }

            if (Block(fence, place) is { } block)
            {
                blocks.Add(block);
            }

            from = fence.Line + lineCount + 2;
        }

        AddText(blocks, from < lines.Length ? lines[from..] : []);
        return blocks;
    }

    private static void AddText(List<StepBlock> blocks, string[] lines)
    {
        string text = string.Join('\n', lines).Trim('\n');
        if (text.Trim().Length > 0)
        {
            blocks.Add(new TextBlock(text));
        }
    }

    private static bool IsSpecial(FencedCodeBlock fence) =>
        fence.Info is "predict" or "run" or "output" || Arguments(fence).ContainsKey("file");

    private StepBlock? Block(FencedCodeBlock fence, ContentPlace place)
    {
        string argument = fence.Arguments?.Trim() ?? string.Empty;
        switch (fence.Info)
        {
            case "predict":
                return predictions.Load(argument, place) is { } prediction ? new PredictBlock(prediction) : null;
            case "run":
                return new RunBlock(files.Program(argument, place));
            case "output":
                return new OutputBlock(files.Program(argument, place));
            default:
                return Code(Arguments(fence), place);
        }
    }

    private CodeBlock Code(Dictionary<string, string> arguments, ContentPlace place)
    {
        SourceFile program = files.Program(arguments["file"], place);
        Dialect? dialect = arguments.GetValueOrDefault("dialect") switch
        {
            "coroutines" => Dialect.Coroutines,
            "tasks" => Dialect.Tasks,
            _ => null,
        };
        if (dialect is null && arguments.TryGetValue("dialect", out string? word))
        {
            files.Report(place, $"there is no dialect '{word}'; there are coroutines and tasks.");
        }

        foreach (string unknown in arguments.Keys.Where(key => key is not ("file" or "dialect" or "region")))
        {
            files.Report(place, $"a code block has no '{unknown}='; there are file=, dialect= and region=.");
        }

        (string code, int firstLine) = CodeRegion.Cut(program.Text, arguments.GetValueOrDefault("region"));
        if (firstLine == 0 && program.Text.Length > 0)
        {
            files.Report(place, $"{arguments["file"]} has no '#region {arguments["region"]}'.");
        }

        return new CodeBlock(program, code, firstLine, dialect);
    }

    private static Dictionary<string, string> Arguments(FencedCodeBlock fence) =>
        (fence.Arguments ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(argument => argument.Split('=', 2))
            .Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0])
            .ToDictionary(same => same.Key, same => same.Last()[1]);

    [GeneratedRegex(@"\A---\n(.*?\n)---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();
}

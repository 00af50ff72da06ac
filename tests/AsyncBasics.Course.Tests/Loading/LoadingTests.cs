using AsyncBasics.Lab;

namespace AsyncBasics.Course.Tests;

public class LoadingTests
{
    [Fact]
    public void Load_OfASoundCourse_FindsNoProblems() =>
        Assert.Equal([], SmallCourse.Load(SmallCourse.Files()).Problems.Select(problem => problem.ToString()));

    [Fact]
    public void Load_CutsAStepAtItsBlocks()
    {
        IReadOnlyList<StepBlock> blocks = SmallCourse.Lesson.Steps[0].Blocks;

        Assert.Collection(
            blocks,
            block => Assert.Equal("Some text.", Assert.IsType<TextBlock>(block).Markdown),
            block => Assert.Equal(("System.Console.WriteLine(\"a\");", 2), (Assert.IsType<CodeBlock>(block).Code, ((CodeBlock)block).FirstLine)),
            block => Assert.Contains("int i = 0;", Assert.IsType<TextBlock>(block).Markdown, StringComparison.Ordinal),
            block => Assert.Equal("lines", Assert.IsType<PredictBlock>(block).Prediction.Id),
            block => Assert.Equal("two.cs", Assert.IsType<RunBlock>(block).Program.Name),
            block => Assert.IsType<OutputBlock>(block),
            block => Assert.Equal("The end.", Assert.IsType<TextBlock>(block).Markdown));
    }

    [Fact]
    public void ShownText_OfAProgramWithRegions_LeavesOutTheirMarks()
    {
        SourceFile program = SmallCourse.Lesson.Predictions[0].Program;

        Assert.Contains("#region shown", program.Text, StringComparison.Ordinal);
        Assert.Equal("System.Console.WriteLine(\"a\");\nSystem.Console.WriteLine(\"b\");", program.ShownText());
    }

    [Theory]
    [InlineData("lesson.yaml", "title: Small", "titel: Small", "01-small/lesson.yaml:1: the field 'title' is missing; write 'title: ...'.")]
    [InlineData("lesson.yaml", "[01-write]", "[01-write, 02-gone]", "01-small/lesson.yaml:5: there is no file exercises/02-gone/exercise.yaml in 01-small.")]
    [InlineData("lesson.yaml", "exercise: 01-write", "exercise: 01-wrote", "01-small/lesson.yaml:8: there is no exercise '01-wrote' in the lesson.")]
    [InlineData("lesson.yaml", "steps: [first]", "steps: [first", "01-small/lesson.yaml:1: this is no YAML: something is not closed, such as a bracket or a quote.")]
    [InlineData("steps/01-first.md", "```run code/two.cs", "```run code/three.cs", "01-small/steps/01-first.md:22: there is no file code/three.cs in 01-small.")]
    [InlineData("steps/01-first.md", "region=shown", "region=hidden", "01-small/steps/01-first.md:10: code/two.cs has no '#region hidden'.")]
    [InlineData("steps/01-first.md", "predict lines", "predict them", "01-small/steps/01-first.md:19: there is no file predictions/them.yaml in 01-small.")]
    [InlineData("steps/01-first.md", "id: first", "id: last", "01-small/steps/01-first.md:2: the id is 'last', and the file is named for 'first'; make them the same.")]
    [InlineData("steps/01-first.md", "question: Why?\n", "", "01-small/steps/01-first.md:2: the field 'question' is missing; write 'question: ...'.")]
    [InlineData("exercises/01-write/exercise.yaml", "prints:", "print:", "01-small/exercises/01-write/exercise.yaml:5: a check cannot ask for 'print'; it can ask for outcome, dialect,")]
    [InlineData("exercises/01-write/exercise.yaml", "concept: line", "concept: dot", "01-small/exercises/01-write/exercise.yaml:1: there is no term 'dot' in glossary.yaml.")]
    [InlineData("exercises/01-write/exercise.yaml", ", Two of them.]", "]", "01-small/exercises/01-write/exercise.yaml:7: an exercise has 3 hints: a question, a pointer, and nearly there; this has 2.")]
    [InlineData("exercises/01-write/exercise.yaml", "- prints: [a, b]", "- makespan: {max: soon}", "01-small/exercises/01-write/exercise.yaml:5: 'max: soon' must be a number.")]
    [InlineData("exercises/01-write/exercise.yaml", "- prints: [a, b]", "- findings: {none: [blocked]}", "01-small/exercises/01-write/exercise.yaml:5: there is no finding 'blocked'; there are never-awaited,")]
    [InlineData("quiz/words.yaml", "right: true", "right: false", "01-small/quiz/words.yaml:6: exactly one option must be right: write 'right: true' beside it.")]
    [InlineData("cards.yaml", "card-two", "card-one", "01-small/cards.yaml:5: there is already a card 'card-one'.")]
    [InlineData("explain.yaml", "[card-one]", "[card-ten]", "01-small/explain.yaml:1: there is no card 'card-ten' in cards.yaml.")]
    [InlineData("predictions/lines.yaml", "total: true", "total: yes", "01-small/predictions/lines.yaml:5: 'total: yes' must be true or false.")]
    [InlineData("experiments/break-1-it/experiment.yaml", "[tasks]", "[task]", "01-small/experiments/break-1-it/experiment.yaml:5: there is no dialect 'task'; there are coroutines and tasks.")]
    public void Load_OfABrokenFile_TellsFileLineAndWhatToDo(string file, string right, string wrong, string problem)
    {
        Dictionary<string, string> files = SmallCourse.Files();
        string path = $"01-small/{file}";
        Assert.Contains(right, files[path], StringComparison.Ordinal);
        files[path] = files[path].Replace(right, wrong, StringComparison.Ordinal);

        Assert.Contains(SmallCourse.Load(files).Problems, told => told.ToString().StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_OfAFileThatNothingMentions_TellsOfIt()
    {
        Dictionary<string, string> files = SmallCourse.Files();
        files["01-small/code/three.cs"] = "";

        Assert.Equal(
            ["01-small/code/three.cs: nothing mentions this file; name it where it belongs, or remove it."],
            SmallCourse.Load(files).Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Load_OfEachFileRemoved_TellsAProblemAndDoesNotThrow()
    {
        foreach (string removed in SmallCourse.Files().Keys.Where(path => !path.EndsWith("words.yaml", StringComparison.Ordinal)))
        {
            Dictionary<string, string> files = SmallCourse.Files();
            files.Remove(removed);

            Assert.NotEmpty(SmallCourse.Load(files).Problems);
        }
    }

    [Fact]
    public void Load_OfEachYamlFileCutShort_DoesNotThrow()
    {
        foreach (string cut in SmallCourse.Files().Keys.Where(path => path.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            for (int length = 0; length < SmallCourse.Files()[cut].Length; length += 7)
            {
                Dictionary<string, string> files = SmallCourse.Files();
                files[cut] = files[cut][..length];
                SmallCourse.Load(files);
            }
        }
    }

    [Fact]
    public void Load_OfAnEmptyFolder_SaysWhatALessonIs() => Assert.Equal(
        "lesson.yaml: there is no lesson here: each lesson is a folder with a file lesson.yaml.",
        Assert.Single(SmallCourse.Load([]).Problems).ToString());
}

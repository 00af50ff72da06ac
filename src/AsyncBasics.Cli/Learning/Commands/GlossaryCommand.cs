using System.CommandLine;
using System.Text;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>async-basics glossary</c>: the words of the lesson.</summary>
internal sealed class GlossaryCommand : LearningCommand
{
    private readonly Argument<string[]> _term = new("term")
    {
        Description = "The word, or words, that it is about: all of them by default.",
        HelpName = "TERM",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _words = OptionKinds.Flag("--words", "The same things in asyncio, on the loop here, and in plain .NET.");

    public GlossaryCommand()
        : base("glossary", "Says what the words of the lesson mean.", asks: false)
    {
        _term.CompletionSources.Add(_ => CourseFinder.Load(null).Lessons
            .SelectMany(lesson => lesson.Glossary)
            .Select(term => new System.CommandLine.Completions.CompletionItem(term.Name)));
        Add([_term, _words, .. Options]);
    }

    public override IReadOnlyList<string> Examples => ["async-basics glossary", "async-basics glossary event loop", "async-basics glossary --words"];

    protected override int Teach(LearningSession session, ParseResult parsed)
    {
        var text = new StringBuilder();
        if (parsed.GetValue(_words))
        {
            text.Append("| asyncio | the loop here | plain .NET |\n|---|---|---|\n");
            foreach (WordsRow row in session.Lesson.Words)
            {
                text.Append($"| {Cell(row.Asyncio)} | {Cell(row.Loop)} | {Cell(row.DotNet)} |\n");
            }
        }
        else
        {
            IReadOnlyList<Term> terms = parsed.GetValue(_term) is { Length: > 0 } words
                ? [Names.Find(string.Join(' ', words), session.Lesson.Glossary, term => term.Name, "word", "glossary")]
                : session.Lesson.Glossary;
            foreach (Term term in terms)
            {
                string see = term.See.Count == 0 ? string.Empty : $" See {string.Join(", ", term.See.Select(other => $"*{other}*"))}.";
                text.Append($"**{term.Name}**\\\n{term.Meaning.Trim()}{see}\n\n");
            }
        }

        session.Talk.SayLong(text.ToString());
        return ExitCodes.Success;
    }

    private static string Cell(string text) => text.Trim().Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}

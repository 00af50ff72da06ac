using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>async-basics quiz</c>: questions with answers to choose from, and a reason for each.</summary>
internal sealed class QuizCommand : LearningCommand
{
    private readonly Argument<string> _group = Optional(
        "group", "The group of questions: all groups by default.", lesson => lesson.Quiz.Select(group => group.Id));

    private readonly Option<bool> _list = OptionKinds.Flag("--list", "List the groups, and how many of their questions you answered right.");
    private readonly Option<bool> _again = OptionKinds.Flag("--again", "Ask also what you answered right.");

    public QuizCommand()
        : base("quiz", "Asks the questions that you have not answered right yet, options shuffled, with a reason for every answer.") =>
        Add([_group, _list, _again, .. Options]);

    public override IReadOnlyList<string> Examples =>
        ["async-basics quiz", "async-basics quiz order --again", "printf 'a\\nc\\n' | async-basics quiz order"];

    protected override int Teach(LearningSession session, ParseResult parsed)
    {
        IReadOnlyList<QuizGroup> groups = parsed.GetValue(_group) is { } word
            ? [Names.Find(word, session.Lesson.Quiz, group => group.Id, "group", "quiz --list")]
            : session.Lesson.Quiz;
        if (parsed.GetValue(_list))
        {
            List(session, groups);
            return ExitCodes.Success;
        }

        (QuizGroup Group, QuizQuestion Question)[] open = [.. groups
            .SelectMany(group => group.Questions, (group, question) => (group, question))
            .Where(pair => parsed.GetValue(_again) || session.Progress.LastAnswer(pair.group.Id, pair.question.Id) != true)];
        if (open.Length == 0)
        {
            session.Talk.Judge(true, $"You answered all {groups.Sum(group => group.Questions.Count)} questions right. All of them again: async-basics quiz --again");
            return ExitCodes.Success;
        }

        int right = 0;
        for (int i = 0; i < open.Length; i++)
        {
            right += new QuizTalk(session).Hold(open[i].Group, open[i].Question, $"Question {i + 1} of {open.Length} · {open[i].Group.Title}") ? 1 : 0;
        }

        session.Talk.Judge(right == open.Length, $"{right} of {open.Length} right.");
        if (right < open.Length)
        {
            session.Talk.Say("The others come again with async-basics quiz.");
        }

        return ExitCodes.Success;
    }

    private static void List(LearningSession session, IReadOnlyList<QuizGroup> groups)
    {
        int widest = groups.Max(group => group.Id.Length);
        foreach (QuizGroup group in groups)
        {
            int right = group.Questions.Count(question => session.Progress.LastAnswer(group.Id, question.Id) == true);
            bool isDone = right == group.Questions.Count;
            session.Talk.Say(
                new Inked(isDone ? "  ✓ " : "  ○ ", isDone ? Ink.Good : Ink.Quiet),
                new Inked(group.Id.PadRight(widest + 2), Ink.Code),
                new Inked($"{right,2} of {group.Questions.Count,2}  "),
                new Inked(group.Title));
        }
    }
}

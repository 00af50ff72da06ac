using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary>Asks a question of the quiz.</summary>
internal sealed class QuizTalk(LearningSession session)
{
    private readonly Conversation _talk = session.Talk;

    /// <returns>Whether the answer was right.</returns>
    public bool Hold(QuizGroup group, QuizQuestion question, string heading)
    {
        string item = LearnerProgress.QuizItem(group.Id, question.Id);
        QuizSheet sheet = QuizSheet.Make(
            question,
            question.Ask == QuizAsk.Choice ? null : session.Runs.Run(question.Program!),
            session.SeedFor(LearningEventKind.QuizAnswered, item));
        _talk.Heading(heading);
        _talk.Say();
        if (question.Program is not null)
        {
            _talk.SayCode(question.Program.ShownText());
        }

        _talk.SayMarkdown(question.Text);
        for (int i = 0; i < sheet.Options.Count; i++)
        {
            SayOption(Letter(i), sheet.Options[i]);
        }

        _talk.Say();
        int chosen = _talk.Ask("Your answer:", answer => ReadLetter(answer, sheet.Options.Count));
        QuizOption option = sheet.Options[chosen];
        bool isRight = ReferenceEquals(option, sheet.Right);
        session.Record(LearningEventKind.QuizAnswered, item, isRight, question.Options.ToList().IndexOf(option));
        _talk.Judge(isRight, isRight ? "Right." : $"No; {Letter(sheet.Options.ToList().IndexOf(sheet.Right))} is right.");
        _talk.Say();
        _talk.SayMarkdown(option.Reason);
        if (!isRight)
        {
            _talk.Say(Ink.Strong, $"Why {Letter(sheet.Options.ToList().IndexOf(sheet.Right))} is right");
            _talk.SayMarkdown(sheet.Right.Reason);
        }

        return isRight;
    }

    internal static (int Index, string? Wrong) ReadLetter(string answer, int count)
    {
        bool isLetter = answer.Length == 1 && char.ToLowerInvariant(answer[0]) is >= 'a' and var letter && letter < 'a' + count;
        return isLetter
            ? (char.ToLowerInvariant(answer[0]) - 'a', null)
            : (0, $"'{Quoting.Shown(answer)}' is no answer: write a letter from a to {Letter(count - 1)}.");
    }

    private void SayOption(char letter, QuizOption option)
    {
        if (option.Lines.Count == 0)
        {
            IReadOnlyList<string> text = new MarkdownText(_talk.Width - 5, _talk.Terminal.Unicode, _talk.Terminal.Colour).Render(option.Text);
            _talk.SayLines(text.Select((line, i) => i == 0 ? $"  {letter}  {line}" : $"     {line}"));
            return;
        }

        for (int i = 0; i < option.Lines.Count; i++)
        {
            _talk.Say(new Inked(i == 0 ? $"  {letter}  " : "     "), new Inked(option.Lines[i].Trim(), Ink.Code));
        }
    }

    private static char Letter(int index) => (char)('a' + index);
}

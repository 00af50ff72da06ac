using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary>Goes through a step: its text, its predictions and runs, and the question at its end.</summary>
internal sealed class StepTalk(LearningSession session, Lab.Dialect? dialect)
{
    private readonly Conversation _talk = session.Talk;
    private readonly List<string> _reading = [];

    public void Hold(Step step)
    {
        int number = session.Lesson.Steps.ToList().IndexOf(step) + 1;
        _talk.Heading($"Step {number} of {session.Lesson.Steps.Count} · {step.Title}");
        _talk.Say();
        foreach (StepBlock block in step.Blocks)
        {
            Show(block);
        }

        ShowReading();
        _talk.Say(Ink.Strong, "A question");
        _talk.SayMarkdown(step.Question);
        string answer = _talk.Ask("In your own words (Enter shows our answer):");
        if (answer.Length > 0)
        {
            session.Record(LearningEventKind.StepAnswered, step.Id, text: answer);
        }

        _talk.Say();
        _talk.SayMarkdown(step.Answer);
        session.Record(LearningEventKind.StepRead, step.Id);
    }

    private void Show(StepBlock block)
    {
        switch (block)
        {
            case TextBlock text:
                _reading.AddRange([.. _talk.Markdown.Render(text.Markdown), string.Empty]);
                break;
            case CodeBlock code when dialect is null || code.Dialect is null || code.Dialect == dialect:
                _reading.AddRange([Caption(code), .. _talk.Markdown.RenderCode(code.Code), string.Empty]);
                break;
            case PredictBlock predict:
                ShowReading();
                new PredictionTalk(session).Hold(predict.Prediction);
                break;
            case RunBlock run:
                ShowReading();
                _talk.Pause($"Enter runs {run.Program.Name}");
                _talk.Say();
                RunScreen.Show(_talk, session.Runs.Run(run.Program));
                break;
            case OutputBlock output:
                ShowReading();
                RunScreen.ShowOutput(_talk, session.Runs.Run(output.Program));
                break;
            default:
                break;
        }
    }

    /// <summary>Everything up to where the learner has to do something, at once, so that one can go back in it.</summary>
    private void ShowReading()
    {
        _talk.SayLong(_reading);
        _reading.Clear();
    }

    private string Caption(CodeBlock code)
    {
        string kind = code.Dialect switch
        {
            Lab.Dialect.Coroutines => ", on the loop",
            Lab.Dialect.Tasks => ", in plain tasks",
            _ => string.Empty,
        };
        return new Inked($"{code.Program.Name}{kind}:", Ink.Quiet).ToText(_talk.Terminal.Colour);
    }
}

using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary>Goes through a step: its text, its predictions and runs, and the question at its end.</summary>
internal sealed class StepTalk(LearningSession session, Lab.Dialect? dialect)
{
    private readonly Conversation _talk = session.Talk;

    public void Hold(Step step)
    {
        int number = session.Lesson.Steps.ToList().IndexOf(step) + 1;
        _talk.Heading($"Step {number} of {session.Lesson.Steps.Count} · {step.Title}");
        _talk.Say();
        foreach (StepBlock block in step.Blocks)
        {
            Show(block);
        }

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
                _talk.SayLong(text.Markdown);
                break;
            case CodeBlock code when dialect is null || code.Dialect is null || code.Dialect == dialect:
                string kind = code.Dialect switch
                {
                    Lab.Dialect.Coroutines => ", on the loop",
                    Lab.Dialect.Tasks => ", in plain tasks",
                    _ => string.Empty,
                };
                _talk.Say(Ink.Quiet, $"{code.Program.Name}{kind}:");
                _talk.SayCode(code.Code);
                break;
            case PredictBlock predict:
                new PredictionTalk(session).Hold(predict.Prediction);
                break;
            case RunBlock run:
                _talk.Pause($"Enter runs {run.Program.Name}");
                _talk.Say();
                RunScreen.Show(_talk, session.Runs.Run(run.Program));
                break;
            case OutputBlock output:
                RunScreen.ShowOutput(_talk, session.Runs.Run(output.Program));
                break;
            default:
                break;
        }
    }
}

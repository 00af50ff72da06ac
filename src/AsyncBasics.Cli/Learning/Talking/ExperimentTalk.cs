using AsyncBasics.Course;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>Goes through an experiment: the code, what one expects, the run, and what was to be seen.</summary>
internal sealed class ExperimentTalk(LearningSession session, Lab.Dialect? dialect)
{
    private readonly Conversation _talk = session.Talk;

    public void Hold(Course.Experiment experiment)
    {
        _talk.Heading($"{experiment.Kind} it · {experiment.Title}");
        _talk.Say();
        KeyValuePair<Lab.Dialect, SourceFile>[] programs = [.. experiment.Programs
            .Where(program => dialect is null || program.Key == dialect || experiment.Programs.Count == 1)
            .OrderByDescending(program => program.Key)];
        foreach ((Lab.Dialect kind, SourceFile program) in programs)
        {
            _talk.Say(Ink.Quiet, kind == Lab.Dialect.Coroutines ? "On the loop:" : "In plain tasks:");
            _talk.SayCode(program.ShownText());
        }

        _talk.SayMarkdown(experiment.Question);
        string expectation = _talk.Ask("What do you expect? (Enter runs it)");
        _talk.Say();
        foreach ((Lab.Dialect kind, SourceFile program) in programs)
        {
            _talk.Say(Ink.Strong, kind == Lab.Dialect.Coroutines ? "On the loop" : "In plain tasks");
            RunScreen.Show(_talk, session.Runs.Run(program));
        }

        _talk.SayMarkdown(experiment.Explanation);
        session.Record(LearningEventKind.ExperimentRun, experiment.Id, text: expectation);
    }
}

using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>async-basics mastery</c>: what one can do now, and what is still missing.</summary>
internal sealed class MasteryCommand : LearningCommand
{
    public MasteryCommand()
        : base("mastery", "Tells what of the lesson you have mastered, by what you did, and what is still missing. The exit code is 0 when nothing is.", asks: false) =>
        Add(Options);

    public override IReadOnlyList<string> Examples => ["async-basics mastery"];

    protected override int Teach(LearningSession session, ParseResult parsed)
    {
        Conversation talk = session.Talk;
        IReadOnlyList<MasteryState> points = MasteryCheck.Examine(session.Lesson, session.Progress);
        talk.Heading($"Mastery check · {session.Lesson.Title}");
        talk.Say();
        foreach (MasteryState point in points)
        {
            talk.Judge(point.IsPassed, point.Point.Title);
            foreach (MasteryTaskState task in point.Tasks)
            {
                Show(session, task);
            }

            talk.Say();
        }

        int passed = points.Count(point => point.IsPassed);
        bool isMaster = passed == points.Count;
        talk.Judge(isMaster, isMaster ? $"Mastery passed: {passed} of {points.Count}." : $"{passed} of {points.Count} points passed.");
        return isMaster ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static void Show(LearningSession session, MasteryTaskState state)
    {
        string count = state.Needed > 1 || state.Task.Kind == MasteryKind.Quiz ? $" ({state.Done} of {state.Needed})" : string.Empty;
        (string what, string command) = state.Task.Kind switch
        {
            MasteryKind.Exercise => ($"exercise {state.Task.Item}", $"exercise next {state.Task.Item.Split('-')[0]}"),
            MasteryKind.Prediction => ($"prediction {state.Task.Item}", $"predict {state.Task.Item}"),
            MasteryKind.Quiz => ($"quiz {state.Task.Item}{count}", $"quiz {state.Task.Item}"),
            _ => ($"explanation {state.Task.Item}", $"learn {ExplainTalk.PartId(session.Lesson, state.Task.Item)}"),
        };
        session.Talk.Say(
            new Inked(state.IsPassed ? "    ✓ " : "    ○ ", state.IsPassed ? Ink.Good : Ink.Quiet),
            new Inked(what),
            new Inked(state.IsPassed ? string.Empty : $"  → async-basics {command}", Ink.Quiet));
    }
}

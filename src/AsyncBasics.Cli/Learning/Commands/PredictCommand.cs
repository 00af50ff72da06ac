using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>async-basics predict</c>: says what a program will do before it runs.</summary>
internal sealed class PredictCommand : LearningCommand
{
    private readonly Argument<string> _prediction = Optional(
        "prediction", "The prediction: the first that you have not got right by default.", lesson => lesson.Predictions.Select(known => known.Id));

    private readonly Option<bool> _list = OptionKinds.Flag("--list", "List all predictions, and which you got right.");

    public PredictCommand()
        : base("predict", "Shows a program: you put the lines of its output in order and guess its time; then it runs, and you see what differs.") =>
        Add([_prediction, _list, .. Options]);

    public override IReadOnlyList<string> Examples =>
        ["async-basics predict", "async-basics predict three-together", "echo '3 1 2' | async-basics predict three-together"];

    protected override int Teach(LearningSession session, ParseResult parsed)
    {
        IReadOnlyList<Prediction> all = session.Lesson.Predictions;
        if (parsed.GetValue(_list))
        {
            int widest = all.Max(prediction => prediction.Id.Length);
            foreach (Prediction known in all)
            {
                bool isRight = session.Progress.HasRight(LearningEventKind.Predicted, known.Id);
                session.Talk.Say(
                    new Inked(isRight ? "  ✓ " : "  ○ ", isRight ? Ink.Good : Ink.Quiet),
                    new Inked(known.Id.PadRight(widest + 2), Ink.Code),
                    new Inked(known.Title));
            }

            return ExitCodes.Success;
        }

        Prediction? prediction = parsed.GetValue(_prediction) is { } word
            ? Names.Find(word, all, known => known.Id, "prediction", "predict --list")
            : all.FirstOrDefault(known => !session.Progress.HasRight(LearningEventKind.Predicted, known.Id));
        if (prediction is null)
        {
            session.Talk.Judge(true, $"You got all {all.Count} predictions right.");
            session.Talk.Say("Repeat one with async-basics predict NAME; predict --list lists them.");
            return ExitCodes.Success;
        }

        session.Talk.Say(Ink.Quiet, $"{prediction.Program.Name}:");
        session.Talk.SayCode(prediction.Program.ShownText());
        bool wasRight = new PredictionTalk(session).Hold(prediction);
        if (!wasRight)
        {
            session.Talk.Say($"Once more, shuffled anew: async-basics predict {prediction.Id}");
        }

        return ExitCodes.Success;
    }
}

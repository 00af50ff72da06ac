using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary>Has a learner explain something, shows a model answer beside it, and lets the learner rate the own one.</summary>
internal sealed class ExplainTalk(LearningSession session)
{
    private readonly Conversation _talk = session.Talk;

    /// <summary>How it is named among the parts of a lesson: questions and steps may share an id.</summary>
    public static string PartId(CourseLesson lesson, string question) =>
        lesson.Steps.Any(step => step.Id == question) ? $"explain-{question}" : question;

    public void Hold(ExplainQuestion question)
    {
        _talk.Heading("Explain it");
        _talk.Say();
        _talk.SayMarkdown(question.Question);
        string answer = _talk.Ask("In your own words:");
        _talk.Say();
        _talk.Say(Ink.Strong, "A model answer");
        _talk.SayMarkdown(question.Answer);
        Rating rating = RatingTalk.Ask(_talk, "How near was yours?");
        session.Record(LearningEventKind.Explained, question.Id, number: (int)rating, text: answer);
        foreach (string card in question.Cards)
        {
            session.Record(LearningEventKind.CardRated, card, number: (int)rating);
        }

        if (question.Cards.Count > 0)
        {
            _talk.Say(Ink.Quiet, $"Saved; {(question.Cards.Count == 1 ? "1 card" : $"{question.Cards.Count} cards")} on this will come back accordingly.");
            _talk.Say();
        }
    }
}

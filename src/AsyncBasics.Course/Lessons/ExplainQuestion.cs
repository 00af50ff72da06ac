namespace AsyncBasics.Course;

/// <summary>A question to answer in one's own words, and to compare with a model answer.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The model answer, in Markdown.</param>
/// <param name="Cards">The ids of the cards that the learner's own rating feeds.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ExplainQuestion(string Id, string Question, string Answer, IReadOnlyList<string> Cards, ContentPlace Place);

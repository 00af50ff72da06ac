namespace AsyncBasics.Course;

/// <summary>A flashcard.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Front">The side that asks, in Markdown.</param>
/// <param name="Back">The side that answers, in Markdown.</param>
/// <param name="Tags">What it is about; a tag may be the slug of a finding.</param>
/// <param name="Place">Where it stands; <see langword="null"/> when it was made from a learner's finding.</param>
public sealed record Card(string Id, string Front, string Back, IReadOnlyList<string> Tags, ContentPlace? Place = null);

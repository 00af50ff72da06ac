namespace AsyncBasics.Course;

/// <summary>A point of the mastery check: something that a learner can do.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">What the learner can do.</param>
/// <param name="Passes">What has to be passed: all of it.</param>
/// <param name="Place">Where it stands.</param>
public sealed record MasteryPoint(string Id, string Title, IReadOnlyList<MasteryTask> Passes, ContentPlace Place);

/// <summary>What a mastery point can ask for.</summary>
public enum MasteryKind
{
    /// <summary>An exercise whose check was passed.</summary>
    Exercise,

    /// <summary>A prediction that was right.</summary>
    Prediction,

    /// <summary>A group of the quiz of which enough was answered right.</summary>
    Quiz,

    /// <summary>A question that was answered in the learner's own words.</summary>
    Explain,
}

/// <summary>Something to pass.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Item">Its id.</param>
/// <param name="Share">Of a quiz: which share of the answers must be right.</param>
public sealed record MasteryTask(MasteryKind Kind, string Item, double Share);

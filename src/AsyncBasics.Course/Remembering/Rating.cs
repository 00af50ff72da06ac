namespace AsyncBasics.Course;

/// <summary>How well a learner remembered.</summary>
public enum Rating
{
    /// <summary>Not at all.</summary>
    Again = 1,

    /// <summary>With effort.</summary>
    Hard,

    /// <summary>Well.</summary>
    Good,

    /// <summary>At once.</summary>
    Easy,
}

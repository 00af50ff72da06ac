using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>The lab found none of certain kinds of finding, or nothing at all.</summary>
/// <param name="Kinds">The slugs of the kinds; <see langword="null"/> when nothing at all may be found.</param>
public sealed record NoFindingsPredicate(IReadOnlyList<string>? Kinds) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report)
    {
        Finding? found = report.Findings.FirstOrDefault(finding => Kinds?.Contains(finding.Kind) ?? true);
        return found is null ? null : $"{found.Id}, line {found.Line}: {found.Message.TrimEnd('.')}.";
    }
}

/// <summary>The lab found each of certain kinds of finding.</summary>
/// <param name="Kinds">The slugs of the kinds.</param>
public sealed record SomeFindingsPredicate(IReadOnlyList<string> Kinds) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report)
    {
        string? missing = Kinds.FirstOrDefault(kind => report.Findings.All(finding => finding.Kind != kind));
        if (missing is null)
        {
            return null;
        }

        string[] found = [.. report.Findings.Select(finding => $"{finding.Id} {finding.Kind}").Distinct()];
        return $"There is no {missing}; {(found.Length == 0 ? "the lab found nothing" : $"the lab found {string.Join(", ", found)}")}.";
    }
}

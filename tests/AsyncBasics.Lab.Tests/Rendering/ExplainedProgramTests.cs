namespace AsyncBasics.Lab.Tests.Rendering;

/// <summary>What the explanations show is what the lab finds.</summary>
public sealed class ExplainedProgramTests
{
    public static TheoryData<string> Kinds => [.. FindingKind.All.Select(kind => kind.Id)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_TheExampleOfAKind_FindsItAndNothingElse(string id)
    {
        Report report = Laboratory.Run([new SourceFile($"{id}.cs", Explanation.Of(id)!.Bad)]);

        Assert.Equal([id], report.Findings.Select(finding => finding.Id));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_TheRepairedExampleOfAKind_FindsNothing(string id)
    {
        Report report = Laboratory.Run([new SourceFile($"{id}.cs", Explanation.Of(id)!.Good)]);

        Assert.Equal(Outcome.Finished, report.Outcome);
        Assert.Empty(report.Findings);
    }
}

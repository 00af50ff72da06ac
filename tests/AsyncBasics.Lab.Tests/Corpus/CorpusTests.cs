using AsyncBasics.Corpus;

namespace AsyncBasics.Lab.Tests;

public sealed class CorpusTests
{
    public static TheoryData<string> Names => [.. CorpusProgram.All().Select(program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_AProgramOfTheCorpus_GivesWhatItsHeaderSays(string name)
    {
        CorpusProgram program = CorpusProgram.All().Single(one => one.Name == name);

        Assert.Empty(Verdict.Of(program).Complaints);
    }

    [Fact]
    public void Corpus_EachKindOfFinding_HasThreeThatShowItAndThreeThatMustNot()
    {
        CorpusProgram[] programs = [.. CorpusProgram.All()];
        foreach (FindingKind kind in FindingKind.All)
        {
            CorpusProgram[] ofKind = [.. programs.Where(program => program.Name.StartsWith(kind.Slug + "/", StringComparison.Ordinal))];
            int positive = ofKind.Count(program => program.Expectation().Findings.Any(finding => finding.Kind == kind.Slug));
            int silent = ofKind.Count(program => program.Expectation().Findings.Count == 0);

            Assert.True(positive >= 3, $"{kind.Slug} has {positive} programs that show it.");
            Assert.True(silent >= 3, $"{kind.Slug} has {silent} near misses.");
        }
    }
}

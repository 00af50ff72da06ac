using System.Security.Cryptography;
using System.Text;
using AsyncBasics.Conformance.Generation;
using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Tests;

public class ProgramGeneratorTests
{
    private static readonly ProgramGenerator s_generator = new(seed: 1, Features.All);

    [Fact]
    public void Generate_WithTheSameSeed_MakesTheSamePrograms()
    {
        ProgramGenerator again = new(seed: 1, Features.All);

        Assert.Equal(ProgramJson.Write(s_generator.Generate(17)), ProgramJson.Write(again.Generate(17)));
    }

    [Fact]
    public void Generate_WithAnotherSeed_MakesOtherPrograms()
    {
        ProgramGenerator other = new(seed: 2, Features.All);

        Assert.NotEqual(ProgramJson.Write(s_generator.Generate(17)), ProgramJson.Write(other.Generate(17)));
    }

    /// <summary>
    /// A seed that somebody wrote down has to mean the same programs on every version of .NET. When the generator itself is
    /// changed, this number changes with it.
    /// </summary>
    [Fact]
    public void Generate_OnAnyMachine_MakesTheProgramsOfItsSeed()
    {
        string programs = string.Join('\n', s_generator.Programs().Take(200).Select(ProgramJson.Write));

        string fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(programs)))[..16];
        Assert.Equal("c4cc8443d4d2208e", fingerprint);
    }

    [Fact]
    public void Generate_Always_KeepsWithinTheSizesAndUsesThem()
    {
        ProgramSize[] sizes = [.. s_generator.Programs().Take(500).Select(ProgramSize.Of)];

        Assert.All(sizes, size =>
        {
            Assert.InRange(size.Written, 1, 200);
            Assert.InRange(size.Run, 1, 500);
            Assert.InRange(size.Tasks, 0, 20);
        });
        Assert.Contains(sizes, size => size.Written > 150);
        Assert.Contains(sizes, size => size.Tasks > 15);
    }

    [Fact]
    public void Generate_Always_StartsOnlyLaterFunctions()
    {
        foreach (AsyncProgram program in s_generator.Programs().Take(200))
        {
            for (int function = 0; function < program.Functions.Count; function++)
            {
                Assert.All(
                    StatementsOf(program.Functions[function]).SelectMany(statement => statement.Starts),
                    start => Assert.InRange(start.Run, function + 1, program.Functions.Count - 1));
            }
        }
    }

    [Fact]
    public void Generate_OverManyPrograms_UsesEveryStatement()
    {
        HashSet<Type> used = [.. s_generator.Programs().Take(500)
            .SelectMany(program => program.Functions.SelectMany(StatementsOf))
            .Select(statement => statement.GetType())];

        Type[] known = [.. typeof(Statement).GetNestedTypes(System.Reflection.BindingFlags.NonPublic)
            .Where(type => type.IsSubclassOf(typeof(Statement)))];
        Assert.Empty(known.Except(used));
    }

    [Fact]
    public void Generate_WithTheCoreAlone_UsesNothingElse()
    {
        ProgramGenerator core = new(seed: 1, Features.Parse("core"));

        Assert.All(core.Programs().Take(100), program => Assert.Empty(program.Things));
    }

    [Theory]
    [InlineData("core", 0)]
    [InlineData("timeout,lock", 2)]
    [InlineData("all", 15)]
    [InlineData("all,-barrier", 14)]
    public void Parse_OfAList_GivesTheFeatures(string text, int count)
    {
        Assert.Equal(count, Features.Parse(text).Count);
    }

    [Fact]
    public void Parse_OfAnUnknownName_SaysWhichThereAre()
    {
        FormatException error = Assert.Throws<FormatException>(() => Features.Parse("locks"));

        Assert.Contains("semaphore", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Statement> StatementsOf(IReadOnlyList<Statement> block) =>
        block.SelectMany(statement => statement.Bodies.SelectMany(StatementsOf).Prepend(statement));
}

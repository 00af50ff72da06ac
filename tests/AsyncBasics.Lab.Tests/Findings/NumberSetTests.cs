using FsCheck;
using FsCheck.Fluent;

namespace AsyncBasics.Lab.Tests.Findings;

public sealed class NumberSetTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true).WithReplay(2026, 11);
    private static readonly Gen<int[]> s_numbers = Gen.Choose(0, 200).ArrayOf();

    [Fact]
    public void AnyTwoSets_AreWhatASetOfNumbersIs() => Prop.ForAll(Arb.From(s_numbers), Arb.From(s_numbers), (one, other) =>
    {
        NumberSet set = Of(one);
        SortedSet<int> known = [.. one];
        Assert.Equal(known.Count == 0, set.IsEmpty);
        Assert.Equal(known.Count == 0 ? -1 : known.Max, set.Last);
        Assert.Equal(Enumerable.Range(0, 202).First(number => !known.Contains(number)), set.FirstMissing());
        Assert.Equal(one.Except(other).DefaultIfEmpty(-1).Max(), set.LastNotIn(Of(other)));

        set.UnionWith(Of(other));
        known.UnionWith(other);
        Assert.All(Enumerable.Range(0, 300), number => Assert.Equal(known.Contains(number), set.Contains(number)));
    }).Check(s_config);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(130)]
    public void AddBelow_AddsAllThatAreSmaller(int count)
    {
        NumberSet set = Of([200]);

        set.AddBelow(count);

        Assert.Equal(count, set.FirstMissing());
        Assert.Equal(200, set.Last);
    }

    private static NumberSet Of(int[] numbers)
    {
        NumberSet set = new();
        Array.ForEach(numbers, set.Add);
        return set;
    }
}

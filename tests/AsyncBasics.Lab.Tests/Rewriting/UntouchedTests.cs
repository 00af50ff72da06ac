using AsyncBasics.Lab.Tests.Running;

namespace AsyncBasics.Lab.Tests.Rewriting;

public sealed class UntouchedTests
{
    [Fact]
    public void ExpressionTree_WithACall_StaysAsItIs() => Assert.Equal(["x => (Abs(x) + 1)"], Programs.Output("""
        System.Linq.Expressions.Expression<Func<int, int>> tree = x => Math.Abs(x) + 1;
        Console.WriteLine(tree);
        """));

    [Fact]
    public void Query_OfAQueryable_StaysAnExpressionTree() => Assert.Equal(["2"], Programs.Output("""
        Console.WriteLine(new[] { -1, -2 }.AsQueryable().Where(x => Math.Abs(x) > 1).Select(x => Math.Abs(x)).Single());
        """));

    [Fact]
    public void NameOf_WhatIsRedirected_GivesTheOldName() => Assert.Equal(["Stopwatch Delay"], Programs.Output("""
        using System.Diagnostics;
        Console.WriteLine($"{nameof(Stopwatch)} {nameof(Task.Delay)}");
        """));

    [Fact]
    public void Attribute_WithConstants_StaysAsItIs() => Assert.Equal(["old Size"], Programs.Output("""
        Console.WriteLine(((ObsoleteAttribute)typeof(C).GetCustomAttributes(false).Single(a => a is ObsoleteAttribute)).Message);
        [Obsolete("old " + nameof(Size))] class C { public const int Size = 1 << 2; }
        """));

    [Fact]
    public void Alias_OfARedirectedType_StandsForItsStandIn() => Assert.Equal(["2000"], Programs.Output("""
        using Watch = System.Diagnostics.Stopwatch;
        var watch = Watch.StartNew();
        await Task.Delay(2000);
        Console.WriteLine(watch.ElapsedMilliseconds);
        """));

    [Fact]
    public void UsingStatic_OfARedirectedType_FindsTheStandIn() => Assert.Equal(["1"], Programs.Output("""
        using static System.Console;
        using static System.Threading.Tasks.Task;
        await Delay(1000);
        WriteLine(Environment.TickCount64 / 1000);
        """));
}

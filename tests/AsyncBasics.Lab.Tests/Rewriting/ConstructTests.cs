using AsyncBasics.Lab.Tests.Running;

namespace AsyncBasics.Lab.Tests.Rewriting;

public sealed class ConstructTests
{
    private const string Helpers = """

        static partial class Help
        {
            public static async Task<int> One(int n = 1) { await Task.Yield(); return n; }
            public static async Task Nothing() => await Task.Delay(1);
            public static async Task<string> Text(string text) { await Task.Delay(1); return text; }
        }
        """;

    [Theory]
    [InlineData("Func<Task> f = async () => await Task.Delay(10); await f(); Console.WriteLine(1);", "1")]
    [InlineData("Func<Task<int>> f = async () => await Help.One(2); Console.WriteLine(await f());", "2")]
    [InlineData("Func<int, Task> f = async n => await Help.One(n); await f(3); Console.WriteLine(3);", "3")]
    [InlineData("Func<int, Task<int>> f = async n => { await Task.Yield(); return n; }; Console.WriteLine(await f(4));", "4")]
    [InlineData("Func<Task<int>> f = async delegate { await Task.Yield(); return 5; }; Console.WriteLine(await f());", "5")]
    [InlineData("Func<Func<Task<int>>> f = () => async () => await Help.One(6); Console.WriteLine(await f()());", "6")]
    [InlineData("Func<int, int> f = x => Math.Abs(x) + 1; Action<int> g = x => Math.Abs(x); g(1); Console.WriteLine(f(-6));", "7")]
    [InlineData("Func<Task<int>> f = async static () => await Help.One(8); Console.WriteLine(await f());", "8")]
    [InlineData("Func<int> f = () => throw new Exception(\"t\"); try { f(); } catch (Exception e) { Console.WriteLine(e.Message); }", "t")]
    [InlineData("EventHandler h = async (s, e) => { await Task.Delay(1); Console.WriteLine(9); }; h(null, null!); await Task.Delay(5);", "9")]
    [InlineData("Console.WriteLine(string.Join(',', await Task.WhenAll(Enumerable.Range(1, 3).Select(n => Help.One(n)))));", "1,2,3")]
    [InlineData("Console.WriteLine(string.Join(',', await Task.WhenAll(Enumerable.Range(1, 3).Select(Help.One))));", "1,2,3")]
    [InlineData("Console.WriteLine(await Task.Run(() => { int n = 0; for (int i = 0; i < 5; i++) n += i; return n; }));", "10")]
    public void Lambda_Runs_AsWritten(string source, string expected) => Assert.Equal(expected, Assert.Single(Programs.Output(source + Helpers)));

    [Theory]
    [InlineData("if (await Help.One() == 1 && await Help.One(2) is 2 or 3) Console.WriteLine(1);", "1")]
    [InlineData("Console.WriteLine($\"{await Help.One(),3:D2}|{(await Help.One(2) > 1 ? \"y\" : \"n\")}\");", " 01|y")]
    [InlineData("Console.WriteLine($$\"\"\"{{await Help.Text(\"raw\")}} {x}\"\"\");", "raw {x}")]
    [InlineData("switch (await Help.One(3)) { case 3 when await Help.One() == 1: Console.WriteLine(\"three\"); break; }", "three")]
    [InlineData("Console.WriteLine(await Help.One(4) switch { 4 => await Help.Text(\"four\"), _ => \"\" });", "four")]
    [InlineData("try { await Task.Yield(); throw new Exception(\"a\"); } catch (Exception e) when (e.Message == \"a\") { Console.WriteLine(await Help.Text(\"c\")); }", "c")]
    [InlineData("try { } finally { await Task.Delay(1); Console.WriteLine(\"f\"); }", "f")]
    [InlineData("foreach (char c in await Help.Text(\"ab\")) Console.Write(c); Console.WriteLine();", "ab")]
    [InlineData("for (int i = 0; i < await Help.One(3); i++) Console.Write(i); Console.WriteLine();", "012")]
    [InlineData("int n = 0; do n++; while (await Help.One(n) < 3); Console.WriteLine(n);", "3")]
    [InlineData("int n = 0; while (n < 3) n += await Help.One(); Console.WriteLine(n);", "3")]
    [InlineData("int n = 0; again: n++; if (n < await Help.One(3)) goto again; Console.WriteLine(n);", "3")]
    [InlineData("int[] a = [await Help.One(), .. new[] { await Help.One(2) }]; Console.WriteLine(a.Sum());", "3")]
    [InlineData("int[] a = new int[2]; a[await Help.One()] += await Help.One(5); Console.WriteLine(a[1]);", "5")]
    [InlineData("string? s = null; s ??= await Help.Text(\"x\"); Console.WriteLine(s);", "x")]
    [InlineData("Console.WriteLine(await (true ? Help.One(1) : Help.One(2)) + (await Help.One(3)).ToString());", "13")]
    [InlineData("var (a, b) = (await Help.One(1), await Help.Text(\"b\")); Console.WriteLine(a + b);", "1b")]
    [InlineData("using (var d = await Disposable()) Console.WriteLine(\"in\"); async Task<IDisposable> Disposable() { await Task.Yield(); return new MemoryStream(); }", "in")]
    [InlineData("object o = await Help.One(7); if (o is int n and > 3) Console.WriteLine(n);", "7")]
    [InlineData("Console.WriteLine((from n in new[] { 1, 2, 3 } where n > 1 let m = Math.Abs(n) orderby m descending select m).First());", "3")]
    [InlineData("Span<int> span = stackalloc int[2]; span[1] = Math.Abs(-4); Console.WriteLine(span[1]);", "4")]
    [InlineData("unsafe { int n = 5; int* p = &n; Console.WriteLine(*p); }", "5")]
    [InlineData("Task<int>? none = null; Console.WriteLine(none?.Result ?? 6);", "6")]
    [InlineData("Task<int>? some = Help.One(7); await some; Console.WriteLine(some?.Result);", "7")]
    [InlineData("Help? h = new(); await (h?.Later() ?? Task.CompletedTask); Console.WriteLine(8); partial class Help { public Task Later() => Task.Delay(1); }", "8", "")]
    [InlineData("Task<int>? late = Help.Pool(8); Console.WriteLine(late?.Result); partial class Help { public static async Task<int> Pool(int n) { await Task.Delay(5).ConfigureAwait(false); return n; } }", "8", "")]
    [InlineData("CancellationTokenSource? none = null; none?.CancelAfter(5); Console.WriteLine(\"none\");", "none")]
    [InlineData("var cts = new CancellationTokenSource(); cts?.CancelAfter(5); await Task.Delay(10); Console.WriteLine(cts!.IsCancellationRequested);", "True")]
    [InlineData("string? text = \"abc\"; Console.WriteLine(text?.Trim().Length ?? throw new Exception());", "3")]
    [InlineData("var configured = Task.Delay(5).ConfigureAwait(false); await configured; Console.WriteLine(9);", "9")]
    [InlineData("await Task.FromException(new Exception()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); Console.WriteLine(10);", "10")]
    [InlineData("dynamic d = \"dynamic\"; Console.WriteLine(d.Length);", "7")]
    [InlineData("object gate = new(); lock (gate) lock (new Lock()) Console.WriteLine(1);", "1")]
    [InlineData("Console.WriteLine(args.Length);", "0")]
    public void Await_Anywhere_GivesWhatItGives(string source, string expected, string helpers = Helpers) =>
        Assert.Equal(expected, Assert.Single(Programs.Output(source + helpers)));

    [Theory]
    [InlineData("class C { public static int N = Math.Abs(-1); static C() { N++; } }", "Console.WriteLine(C.N);", "2")]
    [InlineData("class C(int n) { public C() : this(Math.Abs(-3)) { } public int N => Math.Max(n, 0); }", "Console.WriteLine(new C().N);", "3")]
    [InlineData("record R(string Name) { public async Task<string> Run() => await Help.Text(Name); }", "Console.WriteLine(await new R(\"r\").Run());", "r")]
    [InlineData("class G<T>(T v) { public async Task<string> Get<U>(U u) { await Task.Yield(); return $\"{v}{u}{typeof(U).Name}\"; } }", "Console.WriteLine(await new G<int>(1).Get('x'));", "1xChar")]
    [InlineData("static class E { public static int Twice(this int n) => n + Math.Abs(n); extension(string s) { public int Size => s.Trim().Length; } }", "Console.WriteLine(2.Twice() + \" ab \".Size);", "6")]
    [InlineData("class C { public int X { get => field; set => field = Math.Max(value, 0); } = 4; }", "Console.WriteLine(new C { X = -1 }.X);", "0")]
    [InlineData("struct V(int n) { public int N = Math.Abs(n); public static V operator +(V a, V b) => new(a.N + b.N); public static implicit operator int(V v) => v.N; }", "Console.WriteLine((int)(new V(-1) + new V(2)));", "3")]
    [InlineData("class C { public int this[int i] { get { return Math.Abs(i); } } public int this[string s] => s.Trim().Length; }", "Console.WriteLine(new C()[-2] + new C()[\" a \"]);", "3")]
    [InlineData("interface I { async Task<int> Default() => await Help.One(5); } class C : I;", "Console.WriteLine(await ((I)new C()).Default());", "5")]
    [InlineData("ref struct R { public int V; public readonly int Get() => Math.Abs(V); }", "Console.WriteLine(new R { V = -6 }.Get());", "6")]
    [InlineData("class C { event Action? _e; public event Action E { add => _e += value; remove => _e -= value; } public void Fire() => _e?.Invoke(); }", "var c = new C(); c.E += () => Console.WriteLine(7); c.Fire();", "7")]
    [InlineData("class C { ~C() { } public static async ValueTask<int> Get(int n) { if (n > 1) await Task.Delay(1); return n; } }", "Console.WriteLine(await C.Get(1) + await C.Get(2));", "3")]
    [InlineData("class D : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.Delay(5); Console.WriteLine(\"gone\"); } }", "await using (new D()) { await Task.Yield(); }", "gone")]
    [InlineData("class D : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.Delay(5); Console.WriteLine(\"gone\"); } }", "await using var d = new D(); await Task.Yield();", "gone")]
    public void Member_OfAnyKind_DoesWhatItDoes(string members, string source, string expected) =>
        Assert.Equal(expected, Assert.Single(Programs.Output($"{source} {members}{Helpers}")));

    [Fact]
    public void AFormattableStringForACallThatMayBlock_StaysOne() => Assert.Equal(["{0} items of 3"], Programs.Output("""
        using System.Collections.Concurrent;
        using BlockingCollection<FormattableString> texts = [];
        int count = 3;
        texts.Add($"{count} items");
        FormattableString text = texts.Take();
        Console.WriteLine($"{text.Format} of {text.GetArgument(0)}");
        """));

    [Fact]
    public void AsyncIterator_WithYieldsAndBreak_GivesItsItems() => Assert.Equal(["0 1 ", "2 3 ", "end"], Programs.Output("""
        await foreach (int n in Numbers(4).WithCancellation(CancellationToken.None)) Console.Write($"{n} {(n % 2 == 0 ? "" : "\n")}");
        await foreach (var (k, _) in Pairs()) Console.WriteLine(k);

        async IAsyncEnumerable<int> Numbers(int n, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
        {
            for (int i = 0; ; i++)
                if (i == n) yield break;
                else { await Task.Delay(1, token); yield return i; }
        }

        async IAsyncEnumerable<(string, int)> Pairs() { try { yield return (await Help.Text("end"), 1); } finally { await Task.Yield(); } }
        """ + Helpers));

    [Fact]
    public void Iterator_ThatIsNotAsync_GivesItsItems() => Assert.Equal(["012"], Programs.Output("""
        Console.WriteLine(string.Concat(Items()));
        static IEnumerable<int> Items() { for (int i = 0; i < 3; i++) yield return Math.Abs(i); }
        """));

    [Fact]
    public void AsyncVoid_ThatWaits_EndsByItself() => Assert.Equal(["fired"], Programs.Output("""
        Fire();
        await Task.Delay(10);
        async void Fire() { await Task.Delay(5); Console.WriteLine("fired"); }
        """));

    [Fact]
    public void EntryPoint_InANamespace_IsGivenItsArguments()
    {
        Report report = Programs.Run(
            "namespace A.B; static class P { private static async Task<int> Main(string[] args) { await Task.Yield(); return args.Length; } }",
            new RunOptions { Arguments = ["a", "b"] });

        Assert.Equal(2, report.ExitCode);
    }
}

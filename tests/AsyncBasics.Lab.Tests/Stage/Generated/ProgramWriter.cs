using System.Globalization;
using System.Text;

namespace AsyncBasics.Lab.Tests.StandIns;

/// <summary>
/// Writes random programs in plain C# with tasks. Each prints what it does; in which order is up to its delays, whose lengths are random, so
/// that two things that do not wait for each other hardly ever fall together.
/// </summary>
internal sealed class ProgramWriter(int seed)
{
    private const int DeepestCall = 3;

    private readonly Random _random = new(seed);
    private readonly StringBuilder _methods = new();
    private StringBuilder _text = new();
    private int _names;
    private int _left = 30;

    /// <summary>The program; <c>Unit</c> in it is the length of a millisecond of its delays.</summary>
    public string Write(int unit)
    {
        _text.AppendLine("using System.Threading.Channels;");
        _text.AppendLine("const int Unit = Settings.Unit;");
        _text.AppendLine("""Console.WriteLine("begin");""");
        Block(depth: 0, isAsync: true, calls: 0);
        _text.AppendLine("""Console.WriteLine("end");""");
        _text.Append(_methods);
        _text.AppendLine("""async IAsyncEnumerable<int> Numbers(string name, int count) { for (int i = 0; i < count; i++) { await Task.Delay(Unit * (40 + i * 9)); yield return i; } Console.WriteLine(name + " is through"); }""");
        _text.AppendLine("""sealed class Resource(string name) : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.Delay(35 * Settings.Unit); Console.WriteLine(name + " is gone"); } }""");
        _text.AppendLine(CultureInfo.InvariantCulture, $"static class Settings {{ public const int Unit = {unit}; }}");
        return _text.ToString();
    }

    private void Block(int depth, bool isAsync, int calls)
    {
        int statements = _random.Next(1, depth == 0 ? 6 : 4);
        for (int i = 0; i < statements && _left-- > 0; i++)
        {
            if (isAsync)
            {
                Statement(depth, calls);
            }
            else
            {
                Line(_random.Next(2) == 0 ? $"Thread.Sleep({Delay()});" : Print("work"));
            }
        }
    }

    private void Statement(int depth, int calls)
    {
        string name = Name();
        switch (_random.Next(calls < DeepestCall ? 18 : 13))
        {
            case 0 or 1:
                Line(Print(name));
                break;
            case 2 or 3:
                Line($"await Task.Delay({Delay()}); {Print(name)}");
                break;
            case 4:
                Line($"for (int i{name} = 0; i{name} < {_random.Next(1, 4)}; i{name}++) {{ await Task.Delay({Delay()});");
                Nested(depth, calls);
                Line("}");
                break;
            case 5:
                Line($"try {{ await Task.Delay({Delay()}); if ({(_random.Next(2) == 0 ? "Unit > 0" : "Unit < 0")}) throw new InvalidOperationException(\"{name}\"); {Print(name)} }}");
                Line($"catch (InvalidOperationException e) {{ Console.WriteLine(\"caught \" + e.Message); }} finally {{ {Print($"{name} finally")} }}");
                break;
            case 6:
                Line($"await Task.Run(() => {{ Thread.Sleep({Delay()}); {Print($"{name} works")}");
                Block(depth + 1, isAsync: false, calls);
                Line("});");
                break;
            case 7:
                Line($"await Task.Run(async () => {{ await Task.Delay({Delay()}); {Print($"{name} works")} }});");
                break;
            case 8:
                Line($"using (var source{name} = new CancellationTokenSource({Delay()})) try {{ await Task.Delay({Delay()}, source{name}.Token); {Print(name)} }} catch (OperationCanceledException) {{ {Print($"{name} is cancelled")} }}");
                break;
            case 9:
                Line($"await foreach (int n{name} in Numbers(\"{name}\", {_random.Next(1, 4)})) Console.WriteLine(\"{name} \" + n{name});");
                break;
            case 10:
                Line($"await using (new Resource(\"{name}\")) {{ await Task.Delay({Delay()}); {Print(name)} }}");
                break;
            case 11:
                Line($"var channel{name} = Channel.CreateUnbounded<int>(); Task producer{name} = Task.Run(async () => {{ for (int i = 0; i < 3; i++) {{ await Task.Delay({Delay()}); await channel{name}.Writer.WriteAsync(i); }} channel{name}.Writer.Complete(); }});");
                Line($"await foreach (int n{name} in channel{name}.Reader.ReadAllAsync()) Console.WriteLine(\"{name} \" + n{name}); await producer{name};");
                break;
            case 12:
                Line($"var source{name} = new TaskCompletionSource<int>(); async Task Wait{name}() {{ Console.WriteLine(\"{name} \" + await source{name}.Task); }} Task wait{name} = Wait{name}(); await Task.Delay({Delay()}); source{name}.SetResult({_random.Next(9)}); {Print($"{name} is set")} await wait{name};");
                break;
            case 13:
                Line($"Console.WriteLine(await {Call(calls)});");
                break;
            case 14:
                Line($"Task<int> task{name} = {Call(calls)};");
                Nested(depth, calls);
                Line($"Console.WriteLine(\"{name} \" + await task{name});");
                break;
            case 15:
                Line($"Console.WriteLine(string.Join(\" \", await Task.WhenAll({Call(calls)}, {Call(calls)})));");
                break;
            case 16:
                Line($"{{ Task<int> a = {Call(calls)}, b = {Call(calls)}; Task<int> first = await Task.WhenAny(a, b); Console.WriteLine(\"{name} first \" + (first == a)); await Task.WhenAll(a, b); {Print($"{name} both")} }}");
                break;
            default:
                Line($"using (var semaphore{name} = new SemaphoreSlim(1)) {{ async Task Guarded(string n) {{ await semaphore{name}.WaitAsync(); try {{ Console.WriteLine(n + \" is in\"); await Task.Delay({Delay()}); Console.WriteLine(n + \" is out\"); }} finally {{ semaphore{name}.Release(); }} }} await Task.WhenAll(Guarded(\"{name}1\"), Guarded(\"{name}2\"), Guarded(\"{name}3\")); }}");
                break;
        }
    }

    private void Nested(int depth, int calls)
    {
        if (depth < 3)
        {
            Line("{");
            Block(depth + 1, isAsync: true, calls);
            Line("}");
        }
    }

    /// <summary>Each call has a method of its own: two calls of one would have the same delays, and come to their ends at the same moment.</summary>
    private string Call(int calls)
    {
        string name = Name();
        StringBuilder outer = _text;
        _text = new StringBuilder();
        _text.AppendLine(CultureInfo.InvariantCulture, $$"""async Task<int> Method{{name}}() { Console.WriteLine("{{name}} begins");""");
        Block(depth: 1, isAsync: true, calls + 1);
        _text.AppendLine(CultureInfo.InvariantCulture, $$"""await Task.Delay({{Delay()}}); Console.WriteLine("{{name}} ends"); return {{_random.Next(100)}}; }""");
        _methods.Append(_text);
        _text = outer;
        return $"Method{name}()";
    }

    private string Delay() => string.Create(CultureInfo.InvariantCulture, $"Unit * {_random.Next(10, 250)}");

    private string Name() => string.Create(CultureInfo.InvariantCulture, $"N{++_names}");

    private void Line(string text) => _text.AppendLine(text);

    private static string Print(string text) => $"Console.WriteLine(\"{text}\");";
}

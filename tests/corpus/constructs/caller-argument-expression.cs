// expect: none
// makespan: 0
// stdout: await AnswerAsync() == 42 is True
// stdout: DateTime.Now.Year > 2000 is True, says <Main>$
// stdout: "a\tb" + Stopwatch.StartNew() made of 1
// stdout: await NothingAsync()

using System.Diagnostics;
using System.Runtime.CompilerServices;

Check(await AnswerAsync() == 42);
Told(DateTime.Now.Year > 2000);
var named = new Named("a\tb" + Stopwatch.StartNew());
Console.WriteLine($"{named.Text} made of 1");
try
{
    ArgumentNullException.ThrowIfNull(await NothingAsync());
}
catch (ArgumentNullException error)
{
    Console.WriteLine(error.ParamName);
}

static void Check(bool condition, [CallerArgumentExpression(nameof(condition))] string text = "") => Console.WriteLine($"{text} is {condition}");

static void Told(bool condition, [CallerArgumentExpression(nameof(condition))] string text = "", [CallerMemberName] string who = "") =>
    Console.WriteLine($"{text} is {condition}, says {who}");

static async Task<int> AnswerAsync()
{
    await Task.Yield();
    return 42;
}

static async Task<string?> NothingAsync()
{
    await Task.Yield();
    return null;
}

class Named(string value, [CallerArgumentExpression(nameof(value))] string text = "")
{
    public string Value => value;

    public string Text => text;
}

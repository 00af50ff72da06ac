using System.Collections.Concurrent;

namespace AsyncBasics;

/// <summary>Reads the name of the method out of the name that the compiler gave its state machine.</summary>
internal static class CoroutineNames
{
    private static readonly ConcurrentDictionary<Type, string> s_names = new();

    public static string Of(Type stateMachine) => s_names.GetOrAdd(stateMachine, static type => Parse(type.Name));

    /// <remarks>
    /// <c>&lt;DoTask&gt;d__1</c> is a method, <c>&lt;&lt;Main&gt;g__Inner|0_1&gt;d</c> a local function,
    /// <c>&lt;&lt;Main&gt;b__0_0&gt;d</c> a lambda.
    /// </remarks>
    internal static string Parse(string stateMachine)
    {
        int end = stateMachine.LastIndexOf('>');
        if (end <= 0 || stateMachine[0] != '<')
        {
            return stateMachine;
        }

        string name = stateMachine[1..end];
        int local = name.IndexOf(">g__", StringComparison.Ordinal);
        if (local >= 0)
        {
            int bar = name.IndexOf('|', local);
            return name[(local + 4)..(bar < 0 ? name.Length : bar)];
        }

        int lambda = name.IndexOf(">b__", StringComparison.Ordinal);
        return lambda >= 0 ? $"lambda in {name[..lambda].TrimStart('<').Replace("$", string.Empty, StringComparison.Ordinal).TrimEnd('>')}" : name;
    }
}

using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab;

/// <summary>Names a call by its method and the first text among its arguments, which as a rule says which one of many it is.</summary>
internal static class CallNames
{
    private const int MaxLength = 40;

    private static readonly Assembly s_loop = typeof(EventLoop).Assembly;
    private static readonly ConcurrentDictionary<Type, FieldInfo?> s_firstText = new();

    /// <summary>The name of a call whose telling argument is known.</summary>
    public static string Of(string method, object? argument)
    {
        string? text = argument switch
        {
            null => null,
            string word => word,
            IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => argument.ToString(),
        };
        return string.IsNullOrWhiteSpace(text) ? method : $"{method} {Shorten(text)}";
    }

    /// <summary>The name, and whether the coroutine is one of the loop's own.</summary>
    public static (string Name, bool IsLibrary) Of(CoroutineCall call)
    {
        object? variables = call.Variables;
        if (variables is null)
        {
            return (call.Method, IsLibrary: true);
        }

        Type body = variables.GetType();
        string? text = s_firstText.GetOrAdd(body, FirstTextOf)?.GetValue(variables) as string;
        string name = string.IsNullOrWhiteSpace(text) ? call.Method : $"{call.Method} {Shorten(text)}";
        return (name, body.Assembly == s_loop);
    }

    /// <summary>
    /// The compiler keeps the arguments in public fields under their own names; fields of its own begin with an angle bracket. Their
    /// order is that of their use in the body, so the method itself is asked which argument comes first.
    /// </summary>
    private static FieldInfo? FirstTextOf(Type body)
    {
        IEnumerable<FieldInfo> texts = body
            .GetFields(BindingFlags.Instance | BindingFlags.Public)
            .Where(field => field.FieldType == typeof(string) && !field.Name.StartsWith('<'));
        string?[] parameters = [.. MethodOf(body)?.GetParameters().Select(parameter => parameter.Name) ?? []];
        return texts.MinBy(field => (uint)Array.IndexOf(parameters, field.Name));
    }

    private static MethodInfo? MethodOf(Type body)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        Type definition = body.IsGenericType ? body.GetGenericTypeDefinition() : body;
        return body.DeclaringType?.GetMethods(Any).FirstOrDefault(method =>
            method.GetCustomAttribute<AsyncStateMachineAttribute>()?.StateMachineType == definition);
    }

    private static string Shorten(string text)
    {
        string line = text.Trim().Split('\n')[0].TrimEnd();
        return line.Length <= MaxLength ? line : $"{line[..(MaxLength - 1)]}…";
    }
}

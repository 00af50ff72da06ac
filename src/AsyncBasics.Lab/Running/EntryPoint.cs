using System.Reflection;

namespace AsyncBasics.Lab;

/// <summary>How a program is started: by its own main method, not by the compiler's blocking call of it.</summary>
internal sealed class EntryPoint
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly MethodInfo _method;
    private readonly string[] _arguments;

    private EntryPoint(MethodInfo method, string[] arguments)
    {
        _method = method;
        _arguments = arguments;
    }

    /// <summary>The entry point of a program.</summary>
    public static EntryPoint Of(Assembly program, IReadOnlyList<string> arguments)
    {
        MethodInfo entry = program.EntryPoint ?? throw new InvalidOperationException("The program has no entry point.");
        MethodInfo? behind = entry.Name != "<Main>" ? null : entry.DeclaringType!
            .GetMethods(Any)
            .FirstOrDefault(method => method.Name is "<Main>$" or "Main" && method.ReturnType.IsAssignableTo(typeof(Task)));
        return new EntryPoint(behind ?? entry, [.. arguments]);
    }

    /// <summary>Whether it is to be awaited.</summary>
    public bool IsAsync => _method.ReturnType.IsAssignableTo(typeof(Task));

    /// <summary>Starts it, up to its first wait.</summary>
    public Task Start() => _method.GetParameters().Length == 0
        ? _method.CreateDelegate<Func<Task>>()()
        : _method.CreateDelegate<Func<string[], Task>>()(_arguments);

    /// <summary>Runs it to its end.</summary>
    /// <returns>What it returned, if it returned a number.</returns>
    public int? Run()
    {
        bool hasArguments = _method.GetParameters().Length > 0;
        if (_method.ReturnType == typeof(int))
        {
            return hasArguments
                ? _method.CreateDelegate<Func<string[], int>>()(_arguments)
                : _method.CreateDelegate<Func<int>>()();
        }

        if (hasArguments)
        {
            _method.CreateDelegate<Action<string[]>>()(_arguments);
        }
        else
        {
            _method.CreateDelegate<Action>()();
        }

        return null;
    }
}

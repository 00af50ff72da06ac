using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>What calls of methods that are not in the source read and change.</summary>
internal static class KnownCalls
{
    private static readonly string[] s_fileReads = ["Read", "Exists", "Get", "OpenRead", "OpenText"];

    /// <summary>Adds the effects of a call of a method that is not in the source.</summary>
    public static void Read(IInvocationOperation call, SourceProgram program, EffectSet effects)
    {
        IMethodSymbol method = call.TargetMethod;
        ITypeSymbol type = method.ContainingType;
        if (type.ToDisplayString() == "System.Console")
        {
            ReadConsole(method, effects);
        }
        else if (type is { Name: "File" or "Directory", ContainingNamespace.Name: "IO" })
        {
            ReadFile(call, effects);
        }
        else if (KnownTypes.IsHarmless(type) || type.Name is "Task" or "Math" or "Convert" or "Parallel")
        {
            return;
        }
        else if (call.Instance is { } instance)
        {
            ReadInstance(instance, method, program, effects);
        }
        else
        {
            ReadArguments(call, program, effects);
        }
    }

    /// <summary>Adds what reading or setting a property means, as far as it is a variable.</summary>
    public static void ReadProperty(IPropertyReferenceOperation reference, bool writes, SourceProgram program, EffectSet effects)
    {
        ITypeSymbol type = reference.Property.ContainingType;
        if (!writes && (KnownTypes.IsHarmless(type) || KnownTypes.IsImmutable(type) || type.Name is "Console" or "Task"))
        {
            return;
        }

        if (RootFinder.Find(reference, program) is { } root)
        {
            effects.Add(new Effect(root.Root, root.Member, writes));
        }
    }

    /// <summary>Whether an expression tells the time.</summary>
    public static bool ReadsClock(IOperation expression) => expression.DescendantsAndSelf().Any(operation => operation switch
    {
        IInvocationOperation { TargetMethod: { } method } =>
            method is { Name: "StartNew" or "GetTimestamp" or "Restart", ContainingType.Name: "Stopwatch" or "TimeProvider" }
            || method is { Name: "GetUtcNow" or "GetLocalNow", ContainingType.Name: "TimeProvider" }
            || method is { Name: "Time", ContainingType.Name: "Asyncio" },
        IPropertyReferenceOperation { Property: { } property } =>
            property is { Name: "Now" or "UtcNow", ContainingType.Name: "DateTime" or "DateTimeOffset" }
            || property is { Name: "TickCount" or "TickCount64", ContainingType.Name: "Environment" }
            || property is { Name: "Time", ContainingType.Name: "EventLoop" }
            || property is { ContainingType.Name: "Stopwatch" },
        IObjectCreationOperation { Type.Name: "Stopwatch" } => true,
        _ => false,
    });

    /// <summary>
    /// Whether a statement begins to measure a time of its own, by keeping a reading of the clock or setting a stopwatch back. Telling
    /// the time is not measuring.
    /// </summary>
    public static bool BeginsMeasuring(IOperation statement) => SourceProgram.WithinFunction(statement).Any(operation => operation switch
    {
        IInvocationOperation call => Calls.Is(call, "Stopwatch", "Restart", "Reset", "StartNew", "Start", "Stop"),
        IVariableDeclaratorOperation variable => variable.GetVariableInitializer()?.Value is { } value && ReadsClock(value),
        ISimpleAssignmentOperation assignment => ReadsClock(assignment.Value),
        _ => false,
    });

    /// <summary>The file that a path names: a constant one by its name, another one by its variable.</summary>
    public static Root? FileOf(IOperation path) => path switch
    {
        IConversionOperation conversion => FileOf(conversion.Operand),
        { ConstantValue: { HasValue: true, Value: string name } } => new Root(null, $"the file {name}"),
        IParameterReferenceOperation parameter => new Root(parameter.Parameter),
        ILocalReferenceOperation local => new Root(local.Local),
        _ => path.DescendantsAndSelf().Select(SymbolOf).FirstOrDefault(symbol => symbol is not null) is { } part
            ? new Root(part)
            : new Root(null, $"the file {path.Syntax}"),
    };

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter,
        ILocalReferenceOperation local => local.Local,
        _ => null,
    };

    private static void ReadConsole(IMethodSymbol method, EffectSet effects)
    {
        if (method.Name != "WriteLine")
        {
            effects.Add(new Effect(Root.Terminal, null, IsWrite: true));
        }
    }

    private static void ReadFile(IInvocationOperation call, EffectSet effects)
    {
        bool reads = Array.Exists(s_fileReads, name => call.TargetMethod.Name.StartsWith(name, StringComparison.Ordinal));
        foreach (IArgumentOperation argument in call.Arguments.Where(one => one.Parameter is { Name: { } name } && name.Contains("ath")))
        {
            if (FileOf(argument.Value) is { } file)
            {
                effects.Add(new Effect(file, null, !reads));
            }
        }
    }

    private static void ReadInstance(IOperation instance, IMethodSymbol method, SourceProgram program, EffectSet effects)
    {
        bool onlyReads = KnownTypes.OnlyReads(method);
        if (KnownTypes.IsImmutable(instance.Type) && instance.Type?.TypeKind != TypeKind.Delegate)
        {
            return;
        }

        if (RootFinder.Find(instance, program) is { } root)
        {
            effects.Add(new Effect(root.Root, root.Member, !onlyReads));
        }
    }

    /// <summary>A static method may do to its arguments what it likes, unless it is one that only looks.</summary>
    private static void ReadArguments(IInvocationOperation call, SourceProgram program, EffectSet effects)
    {
        bool onlyReads = KnownTypes.OnlyReads(call.TargetMethod) || !call.TargetMethod.IsExtensionMethod;
        foreach (IOperation argument in call.Arguments.Select(one => one.Value).Where(value => !KnownTypes.IsImmutable(value.Type)))
        {
            if (RootFinder.Find(argument, program) is { } root)
            {
                effects.Add(new Effect(root.Root, root.Member, !onlyReads));
            }
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <content>Who calls whom, and what variables stand for.</content>
internal sealed partial class SourceProgram
{
    private readonly Dictionary<ILocalSymbol, IOperation> _initializers = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _reassigned = new(SymbolEqualityComparer.Default);
    private readonly List<(ITypeSymbol Type, Function Target)> _delegates = [];
    private ILookup<Function, (Function Caller, IOperation Call)>? _callers;

    /// <summary>What a local was set to when it was declared, if it is never set to anything else.</summary>
    public IOperation? InitializerOf(ILocalSymbol local) =>
        _reassigned.Contains(local) ? null : _initializers.GetValueOrDefault(local);

    /// <summary>All that happens inside an operation, without what functions inside it do when they are called.</summary>
    public static IEnumerable<IOperation> WithinFunction(IOperation operation)
    {
        Stack<IOperation> open = new([operation]);
        while (open.TryPop(out IOperation? one))
        {
            yield return one;
            if (one is ILocalFunctionOperation or IAnonymousFunctionOperation && one != operation)
            {
                continue;
            }

            foreach (IOperation child in one.ChildOperations.Reverse())
            {
                open.Push(child);
            }
        }
    }

    /// <summary>The functions in the source that a call may reach: of an abstract method all that carry it out.</summary>
    public IEnumerable<Function> TargetsOf(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return call.Instance is { Type: { } type } instance ? DelegateTargets(instance, type) : [];
        }

        Function? itself = Find(method);
        IEnumerable<Function> others = method is { IsVirtual: false, IsAbstract: false, IsOverride: false }
            ? []
            : Functions.Where(function => CarriesOut(function.Method, method));
        return itself is null ? others : others.Prepend(itself).Distinct();
    }

    /// <summary>The functions in the source that a delegate may stand for.</summary>
    public IEnumerable<Function> DelegateTargets(IOperation value, ITypeSymbol type)
    {
        switch (value)
        {
            case IConversionOperation conversion:
                return DelegateTargets(conversion.Operand, type);
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }:
                return Find(lambda.Symbol) is { } function ? [function] : [];
            case IDelegateCreationOperation { Target: IMethodReferenceOperation reference }:
                return Find(reference.Method) is { } method ? [method] : [];
            case ILocalReferenceOperation local when InitializerOf(local.Local) is { } initializer:
                return DelegateTargets(initializer, type);
            default:
                return _delegates.Where(one => SymbolEqualityComparer.Default.Equals(one.Type, type)).Select(one => one.Target).Distinct();
        }
    }

    /// <summary>Who calls a function, and where.</summary>
    public IEnumerable<(Function Caller, IOperation Call)> CallersOf(Function function) => (_callers ??= FindCallers())[function];

    private ILookup<Function, (Function Caller, IOperation Call)> FindCallers() => Functions
        .SelectMany(caller => caller.Operations, (caller, operation) => (Caller: caller, Call: operation))
        .SelectMany(one => Called(one.Call), (one, target) => (Target: target, one.Caller, one.Call))
        .ToLookup(one => one.Target, one => (one.Caller, one.Call));

    private IEnumerable<Function> Called(IOperation operation) => operation switch
    {
        IInvocationOperation call => TargetsOf(call),
        IObjectCreationOperation { Constructor: { } constructor } => Find(constructor) is { } function ? [function] : [],
        IUsingOperation block => block.Locals.Select(DisposeOf).OfType<Function>(),
        IUsingDeclarationOperation declaration => declaration.DeclarationGroup.Declarations
            .SelectMany(one => one.Declarators).Select(one => DisposeOf(one.Symbol)).OfType<Function>(),
        IPropertyReferenceOperation { Property: { } property } => new[] { Find(property.GetMethod), Find(property.SetMethod) }.OfType<Function>(),
        _ => [],
    };

    /// <summary>What is called at the end of a <c>using</c>.</summary>
    private Function? DisposeOf(ILocalSymbol resource) =>
        Find(resource.Type.GetMembers("Dispose").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == 0));

    private void ReadVariables()
    {
        foreach (IOperation operation in Operations)
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation variable when variable.GetVariableInitializer() is { } initializer:
                    _initializers.TryAdd(variable.Symbol, initializer.Value);
                    break;
                case IAssignmentOperation { Target: ILocalReferenceOperation local }:
                    _reassigned.Add(local.Local);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation local }:
                    _reassigned.Add(local.Local);
                    break;
                case IDelegateCreationOperation { Type: { } type } creation:
                    _delegates.AddRange(DelegateTargets(creation, type).Select(target => (type, target)));
                    break;
            }
        }
    }

    private static bool CarriesOut(IMethodSymbol? candidate, IMethodSymbol method)
    {
        if (candidate is null || candidate.Name != method.Name && !candidate.Name.EndsWith("." + method.Name, StringComparison.Ordinal))
        {
            return false;
        }

        for (IMethodSymbol? overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
            {
                return true;
            }
        }

        return method.ContainingType.TypeKind == TypeKind.Interface
            && SymbolEqualityComparer.Default.Equals(candidate.ContainingType.FindImplementationForInterfaceMember(method), candidate);
    }
}

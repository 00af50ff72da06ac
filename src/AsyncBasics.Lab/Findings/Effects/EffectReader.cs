using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>
/// Tells what a piece of code reads and changes that somebody else could notice, including what it calls. It errs on the side of seeing
/// too much: what is not known is taken to be changed.
/// </summary>
internal sealed class EffectReader(SourceProgram program)
{
    private readonly Dictionary<Function, EffectSet> _known = [];
    private readonly HashSet<Function> _open = [];

    /// <summary>The effects of an operation and of everything in it.</summary>
    public EffectSet Of(IOperation operation)
    {
        var effects = new EffectSet();
        foreach (IOperation one in SourceProgram.WithinFunction(operation))
        {
            Read(one, effects);
        }

        return effects;
    }

    /// <summary>The effects of asking a sequence for its items, which may be made only then.</summary>
    public EffectSet OfLazy(IOperation sequence) =>
        Calls.Bare(sequence) is ILocalReferenceOperation local && program.InitializerOf(local.Local) is { } value ? Of(value) : Of(sequence);

    /// <summary>The effects of a function as its caller sees them: what its own variables hold is not among them.</summary>
    public EffectSet Of(Function function)
    {
        if (_known.TryGetValue(function, out EffectSet? known))
        {
            return known;
        }

        if (!_open.Add(function))
        {
            return new EffectSet();
        }

        var all = new EffectSet();
        foreach (IOperation operation in function.Operations)
        {
            Read(operation, all);
        }

        var visible = new EffectSet { MayThrow = all.MayThrow };
        foreach (Effect effect in all.All.Where(effect => !IsOwnLocal(effect.Root.Symbol, function)))
        {
            visible.Add(effect);
        }

        if (MeasuresTime(function))
        {
            visible.Add(new Effect(Root.MeasuredTime, null, IsWrite: true));
        }

        _open.Remove(function);
        return _known[function] = visible;
    }

    private bool IsOwnLocal(ISymbol? symbol, Function function) =>
        symbol is ILocalSymbol local && program.FunctionAt(local.DeclaringSyntaxReferences[0].GetSyntax()) is { } owner
        && owner.WithOuter().Contains(function);

    private void Read(IOperation operation, EffectSet effects)
    {
        switch (operation)
        {
            case IThrowOperation thrown when !IsCaught(thrown) && !IsRethrow(thrown):
                effects.MayThrow = true;
                break;
            case IInvocationOperation call:
                ReadCall(call, effects);
                break;
            case IObjectCreationOperation creation when program.Find(creation.Constructor) is { } constructor:
                AddMapped(Of(constructor), null, creation.Arguments, creation, effects);
                break;
            case IPropertyReferenceOperation property:
                ReadProperty(property, effects);
                break;
            case IFieldReferenceOperation { Field.IsConst: false } field when !(field.Field.IsReadOnly && KnownTypes.IsImmutable(field.Type)):
                Touch(field, Writing(field), effects);
                break;
            case ILocalReferenceOperation { Local.IsConst: false } local:
                AddVariable(local.Local, local, effects);
                break;
            case IParameterReferenceOperation parameter:
                AddVariable(parameter.Parameter, parameter, effects);
                break;
            case IArrayElementReferenceOperation element:
                Touch(element.ArrayReference, Writing(element), effects);
                break;
            case IAwaitOperation await:
                ReadAwaited(await.Operation, effects);
                break;
        }
    }

    private void ReadCall(IInvocationOperation call, EffectSet effects)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            ReadDelegate(call.Instance, effects);
            return;
        }

        Function[] targets = [.. program.TargetsOf(call)];
        foreach (Function target in targets)
        {
            EffectSet callee = Of(target);
            bool mayThrow = effects.MayThrow || (callee.MayThrow && !IsCaught(call));
            AddMapped(callee, call.Instance, call.Arguments, call, effects);
            effects.MayThrow = mayThrow;
        }

        if (targets.Length == 0)
        {
            KnownCalls.Read(call, program, effects);
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            ReadDelegate(argument.Value, effects);
        }

        if (KnownTypes.IsOneAtATime(call.Instance?.Type) && call.Instance is { } receiver)
        {
            Touch(receiver, isWrite: true, effects);
        }

        if (call.Instance is null && method.DeclaringSyntaxReferences.Length > 0 && KnownTypes.IsOneAtATime(method.ContainingType))
        {
            effects.Add(new Effect(new Root(method.ContainingType), null, IsWrite: true));
        }

        foreach (IArgumentOperation argument in call.Arguments.Where(argument => KnownTypes.IsOneAtATime(argument.Value.Type)))
        {
            Touch(argument.Value, isWrite: true, effects);
        }
    }

    private void ReadProperty(IPropertyReferenceOperation reference, EffectSet effects)
    {
        bool writes = Writing(reference);
        IPropertySymbol property = reference.Property;
        Function? accessor = program.Find(writes ? property.SetMethod : property.GetMethod);
        if (accessor is not null && accessor.Operations.Count > 1)
        {
            AddMapped(Of(accessor), reference.Instance, reference.Arguments, reference, effects);
        }

        if (!(property.SetMethod is null or { IsInitOnly: true } && KnownTypes.IsImmutable(property.Type) && property.DeclaringSyntaxReferences.Length > 0))
        {
            KnownCalls.ReadProperty(reference, writes, program, effects);
        }
    }

    /// <summary>What is awaited without being called here: a coroutine that was made elsewhere does its work now.</summary>
    private void ReadAwaited(IOperation awaited, EffectSet effects)
    {
        if (awaited is not IInvocationOperation && TaskTypes.IsCoroutine(awaited.Type))
        {
            foreach (Function coroutine in program.Functions.Where(one => one.IsAsync && Same(one.Method?.ReturnType, awaited.Type)))
            {
                foreach (Effect effect in Of(coroutine).All.Where(effect => effect.Root.Symbol is not IParameterSymbol))
                {
                    effects.Add(effect);
                }
            }
        }
    }

    private void ReadDelegate(IOperation? value, EffectSet effects)
    {
        if (value?.Type is not { TypeKind: TypeKind.Delegate } type)
        {
            return;
        }

        foreach (Function target in program.DelegateTargets(value, type))
        {
            foreach (Effect effect in Of(target).All.Where(effect => !IsParameterOf(effect.Root.Symbol, target)))
            {
                effects.Add(effect);
            }

            effects.MayThrow |= Of(target).MayThrow;
        }
    }

    private static bool IsParameterOf(ISymbol? symbol, Function function) =>
        symbol is IParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, function.Method);

    /// <summary>A callee's effects in its caller's words: its <c>this</c> is the receiver, its parameters are the arguments.</summary>
    private void AddMapped(
        EffectSet callee, IOperation? instance, IEnumerable<IArgumentOperation> arguments, IOperation call, EffectSet effects)
    {
        IArgumentOperation[] given = [.. arguments];
        foreach (Effect effect in callee.All)
        {
            if (effect.Root.Symbol is IParameterSymbol parameter
                && Array.Find(given, one => SymbolEqualityComparer.Default.Equals(one.Parameter?.OriginalDefinition, parameter.OriginalDefinition)) is { } argument)
            {
                AddAt(argument.Value, effect, effects);
            }
            else if (effect is { Root.Symbol: ITypeSymbol, Member.IsStatic: false } && instance is not null)
            {
                AddAt(instance, effect, effects);
            }
            else if (!(effect is { Root.Symbol: ITypeSymbol, Member.IsStatic: false } && call is IObjectCreationOperation))
            {
                effects.Add(effect);
            }
        }
    }

    private void AddAt(IOperation target, Effect effect, EffectSet effects)
    {
        if (effect.Root.Resource is null && KnownCalls.FileOf(target) is { } file && target.Type?.SpecialType == SpecialType.System_String)
        {
            effects.Add(effect with { Root = file });
        }
        else if (RootFinder.Find(target, program) is { } root)
        {
            effects.Add(new Effect(root.Root, effect.Member ?? root.Member, effect.IsWrite));
        }
    }

    private void Touch(IOperation reference, bool isWrite, EffectSet effects)
    {
        if (RootFinder.Find(reference, program) is { } root)
        {
            effects.Add(new Effect(root.Root, root.Member, isWrite));
        }
    }

    /// <summary>
    /// Reading a variable is no reading of all that it leads to: the variable then stands for itself as the member. Setting it changes all.
    /// </summary>
    private static void AddVariable(ISymbol variable, IOperation use, EffectSet effects)
    {
        bool writes = Writing(use);
        effects.Add(new Effect(new Root(variable), writes ? null : variable, writes));
    }

    private static bool Same(ITypeSymbol? one, ITypeSymbol? two) => SymbolEqualityComparer.Default.Equals(one, two);

    private static bool IsRethrow(IThrowOperation thrown) => thrown.Exception is null;

    /// <summary>Whether what is thrown there stays inside the function.</summary>
    private static bool IsCaught(IOperation operation)
    {
        for (IOperation at = operation; at.Parent is { } parent and not (ILocalFunctionOperation or IAnonymousFunctionOperation); at = parent)
        {
            if (parent is ITryOperation { Catches.Length: > 0 } attempt && attempt.Body == at)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it keeps a reading of the clock: then it measures how long something takes.</summary>
    private static bool MeasuresTime(Function function) => function.Operations.OfType<IVariableDeclaratorOperation>().Any(variable =>
        variable.GetVariableInitializer()?.Value is { } value && KnownCalls.ReadsClock(value));

    private static bool Writing(IOperation reference)
    {
        for (IOperation at = reference; at.Parent is { } parent; at = parent)
        {
            switch (parent)
            {
                case IAssignmentOperation assignment:
                    return assignment.Target == at;
                case IIncrementOrDecrementOperation:
                    return true;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                    return true;
                case ITupleOperation or IConversionOperation or IParenthesizedOperation:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }
}

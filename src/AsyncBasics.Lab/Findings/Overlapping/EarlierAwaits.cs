using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>The works of a row so far, to be asked which of them a later one has to come after, whatever values it needs.</summary>
internal sealed class EarlierAwaits(Inquiry inquiry)
{
    private readonly Dictionary<string, NumberSet> _byText = [];
    private readonly NumberSet _mayThrow = new();
    private readonly Dictionary<ISymbol, Dictionary<ISymbol, NumberSet>> _commands = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Dictionary<ISymbol, NumberSet>> _questions = new(SymbolEqualityComparer.Default);
    private readonly EffectIndex _effects = new(symbol => IsNew(symbol, inquiry.Program));
    private int _count;

    /// <summary>Whether a variable was set to a new object, and to nothing else: two of them hold two objects.</summary>
    public static bool IsNew(ISymbol variable, SourceProgram program) => variable is ILocalSymbol local
        && program.InitializerOf(local) is { } value
        && Calls.Bare(value) is IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or IAwaitOperation;

    public void Add(AwaitedWork work, EffectSet effects)
    {
        int number = _count++;
        At(_byText, TextOf(work)).Add(number);
        _effects.Add(number, effects);
        if (work.Inner is not { } call)
        {
            return;
        }

        if (work.IsCommand && inquiry.Program.TargetsOf(call).Any(target => inquiry.Effects.Of(target).MayThrow))
        {
            _mayThrow.Add(number);
        }

        Dictionary<ISymbol, Dictionary<ISymbol, NumberSet>> bySubject = work.IsCommand ? _commands : _questions;
        foreach (ISymbol subject in Subjects(call))
        {
            if (!bySubject.TryGetValue(subject, out Dictionary<ISymbol, NumberSet>? methods))
            {
                methods = new Dictionary<ISymbol, NumberSet>(SymbolEqualityComparer.Default);
                bySubject.Add(subject, methods);
            }

            At(methods, call.TargetMethod.OriginalDefinition).Add(number);
        }
    }

    /// <summary>Those that change what it reads or changes, or the other way round, and those that are a condition for it.</summary>
    public NumberSet NeededBy(AwaitedWork work, EffectSet effects)
    {
        NumberSet needed = _effects.Meeting(effects);

        // The very same call again is meant to come again.
        needed.UnionWith(At(_byText, TextOf(work)));
        if (work.Inner is { } call)
        {
            AddConditions(call, needed);
            if (work.IsCommand)
            {
                AddQuestions(call, needed);
            }
        }

        return needed;
    }

    /// <summary>
    /// A command is awaited in order to know that it went well where it may throw, or where something else is done to the same subject.
    /// </summary>
    private void AddConditions(IInvocationOperation call, NumberSet needed)
    {
        needed.UnionWith(_mayThrow);
        foreach (ISymbol subject in Subjects(call))
        {
            foreach ((ISymbol method, NumberSet earlier) in _commands.GetValueOrDefault(subject) ?? [])
            {
                if (!SymbolEqualityComparer.Default.Equals(method, call.TargetMethod.OriginalDefinition) || IsIdentity(subject))
                {
                    needed.UnionWith(earlier);
                }
            }
        }
    }

    /// <summary>A command comes after what was asked about its subject, as one that ships an order comes after one that has it paid.</summary>
    private void AddQuestions(IInvocationOperation command, NumberSet needed)
    {
        foreach (ISymbol subject in command.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf()).Select(Usage.VariableOf).OfType<ISymbol>())
        {
            foreach ((ISymbol method, NumberSet earlier) in _questions.GetValueOrDefault(subject) ?? [])
            {
                if (!SymbolEqualityComparer.Default.Equals(method, command.TargetMethod.OriginalDefinition))
                {
                    needed.UnionWith(earlier);
                }
            }
        }
    }

    private static string TextOf(AwaitedWork work) => work.Beginning.Syntax.ToString();

    private static NumberSet At<TKey>(Dictionary<TKey, NumberSet> sets, TKey key)
        where TKey : notnull => CollectionsMarshal.GetValueRefOrAddDefault(sets, key, out _) ??= new NumberSet();

    /// <summary>Whether a variable says which thing is meant, and not how much or how long.</summary>
    private static bool IsIdentity(ISymbol variable) => variable.Name.EndsWith("Id", StringComparison.OrdinalIgnoreCase) || variable switch
    {
        ILocalSymbol local => IsIdentity(local.Type),
        IParameterSymbol parameter => IsIdentity(parameter.Type),
        IFieldSymbol field => IsIdentity(field.Type),
        _ => false,
    };

    private static bool IsIdentity(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.Name == "Guid" || type.IsRecord;

    private static IEnumerable<ISymbol> Subjects(IInvocationOperation call) => call.Arguments
        .Select(argument => Calls.Bare(argument.Value))
        .Where(value => value.Type?.Name is not ("CancellationToken" or "HttpClient" or "Random" or "Stopwatch" or "TimeSpan"))
        .Select(value => value is IPropertyReferenceOperation { Instance: { } instance } ? Usage.VariableOf(instance) : Usage.VariableOf(value))
        .OfType<ISymbol>();
}

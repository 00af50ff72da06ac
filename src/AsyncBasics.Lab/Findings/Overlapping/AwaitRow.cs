using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Awaits that stand one after another in a block, each with those before it that it cannot do without.</summary>
internal sealed class AwaitRow
{
    private AwaitRow(IReadOnlyList<AwaitedWork> works, IReadOnlyList<IReadOnlySet<int>> needs)
    {
        Works = works;
        Needs = needs;
    }

    public IReadOnlyList<AwaitedWork> Works { get; }

    /// <summary>For each, all earlier ones that have to have ended before it can begin.</summary>
    public IReadOnlyList<IReadOnlySet<int>> Needs { get; }

    /// <summary>The first that holds up a later one without need, and the first of those.</summary>
    public (int Earlier, int Later)? FirstNeedless()
    {
        for (int earlier = 0; earlier < Works.Count; earlier++)
        {
            for (int later = earlier + 1; later < Works.Count; later++)
            {
                if (!Needs[later].Contains(earlier))
                {
                    return (earlier, later);
                }
            }
        }

        return null;
    }

    /// <summary>All rows of a block.</summary>
    public static IEnumerable<AwaitRow> In(IBlockOperation block, Inquiry inquiry)
    {
        var draft = new Draft(inquiry);
        foreach (IOperation statement in block.Operations)
        {
            if (!draft.Take(statement))
            {
                if (draft.Finish() is { } row)
                {
                    yield return row;
                }

                draft = new Draft(inquiry);
            }
        }

        if (draft.Finish() is { } last)
        {
            yield return last;
        }
    }

    private sealed class Draft(Inquiry inquiry)
    {
        private readonly List<AwaitedWork> _works = [];
        private readonly List<EffectSet> _effects = [];
        private readonly List<HashSet<int>> _needs = [];
        private readonly List<(EffectSet Effects, int After)> _statements = [];
        private readonly Dictionary<ISymbol, HashSet<int>> _comesFrom = new(SymbolEqualityComparer.Default);
        private bool _isOver;

        public AwaitRow? Finish() => _works.Count > 1 ? new AwaitRow(_works, _needs) : null;

        /// <summary>Takes the next statement, if the row goes on with it.</summary>
        public bool Take(IOperation statement)
        {
            if (_isOver)
            {
                return false;
            }

            if (statement is ILocalFunctionOperation or IEmptyOperation)
            {
                return true;
            }

            IAwaitOperation[] awaits = [.. SourceProgram.WithinFunction(statement).OfType<IAwaitOperation>().OrderBy(one => one.Syntax.Span.End)];
            AwaitedWork?[] works = [.. awaits.Select(one => AwaitedWork.Of(one, inquiry.Program))];
            bool isSimple = statement is IExpressionStatementOperation or IVariableDeclarationGroupOperation or IReturnOperation { Kind: OperationKind.Return };
            if (awaits.Length == 0 ? !IsQuiet(statement, isSimple) : !isSimple || works.Contains(null) || awaits.Any(IsConditional))
            {
                return false;
            }

            EffectSet effects = inquiry.Effects.Of(statement);
            HashSet<int> sources = [.. Mentioned(statement).SelectMany(variable => _comesFrom.GetValueOrDefault(variable) ?? [])];
            foreach (AwaitedWork work in works.OfType<AwaitedWork>())
            {
                Add(work);
                sources.Add(_works.Count - 1);
            }

            foreach (ISymbol variable in SetIn(statement))
            {
                _comesFrom[variable] = sources;
            }

            _statements.Add((effects, _works.Count));
            _isOver = statement is IReturnOperation;
            return true;
        }

        /// <summary>What comes between two awaits must neither leave, nor choose, nor take the time.</summary>
        private bool IsQuiet(IOperation statement, bool isSimple)
        {
            bool leaves = statement is IReturnOperation || SourceProgram.WithinFunction(statement).Any(one => one is IReturnOperation or IThrowOperation or IBranchOperation);
            bool isPlain = isSimple || statement is IConditionalOperation or ILoopOperation or IUsingDeclarationOperation;
            bool takesTime = _works.Count > 0 && KnownCalls.BeginsMeasuring(statement);
            return isPlain && !leaves && !takesTime;
        }

        private void Add(AwaitedWork work)
        {
            EffectSet mine = EffectsOf(work);
            HashSet<int> needs = [.. Mentioned(work.Beginning).Concat(Mentioned(work.Await.Operation)).SelectMany(variable => _comesFrom.GetValueOrDefault(variable) ?? [])];
            foreach ((EffectSet effects, int after) in _statements)
            {
                if (mine.ConflictsWith(effects, AreApart))
                {
                    needs.UnionWith(Enumerable.Range(0, after));
                }
            }

            for (int earlier = 0; earlier < _works.Count; earlier++)
            {
                if (!needs.Contains(earlier) && (IsCondition(_works[earlier], work) || Contains(work, _works[earlier]) || mine.ConflictsWith(_effects[earlier], AreApart)))
                {
                    needs.Add(earlier);
                }
            }

            // What a later one needs it has with it already: of a long chain only the last link is looked at.
            HashSet<int> known = [];
            foreach (int need in needs.OrderDescending().ToArray())
            {
                if (!known.Contains(need))
                {
                    known.UnionWith(_needs[need]);
                }
            }

            needs.UnionWith(known);
            _works.Add(work);
            _effects.Add(mine);
            _needs.Add(needs);
        }

        private EffectSet EffectsOf(AwaitedWork work)
        {
            EffectSet effects = inquiry.Effects.Of(work.Await.Operation);
            effects.Add(inquiry.Effects.Of(work.Beginning));
            return effects;
        }

        private static bool Contains(AwaitedWork outer, AwaitedWork inner) => outer.Await.Operation.Syntax.Span.Contains(inner.Await.Syntax.Span);

        /// <summary>
        /// Whether the earlier one is awaited in order to know that it went well: it gives nothing and may throw, or it does something else
        /// to the same subject.
        /// </summary>
        private bool IsCondition(AwaitedWork earlier, AwaitedWork later)
        {
            // The very same call again is meant to come again.
            if (earlier.Beginning.Syntax.ToString() == later.Beginning.Syntax.ToString())
            {
                return true;
            }

            if (!earlier.IsCommand || earlier.Inner is not { } first || later.Inner is not { } second)
            {
                return false;
            }

            bool isSame = SymbolEqualityComparer.Default.Equals(first.TargetMethod.OriginalDefinition, second.TargetMethod.OriginalDefinition);
            bool mayThrow = inquiry.Program.TargetsOf(first).Any(target => inquiry.Effects.Of(target).MayThrow);
            ISymbol[] shared = [.. Subjects(first).Intersect(Subjects(second), SymbolEqualityComparer.Default).OfType<ISymbol>()];
            return mayThrow || (isSame ? Array.Exists(shared, IsIdentity) : shared.Length > 0);
        }

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

        /// <summary>Two variables that were each set to a new object, and to nothing else, hold two objects.</summary>
        private bool AreApart(ISymbol one, ISymbol two) => !SymbolEqualityComparer.Default.Equals(one, two) && IsNew(one) && IsNew(two);

        private bool IsNew(ISymbol variable) => variable is ILocalSymbol local
            && inquiry.Program.InitializerOf(local) is { } value
            && Calls.Bare(value) is IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or IAwaitOperation;

        private static IEnumerable<ISymbol> Mentioned(IOperation operation) => operation.DescendantsAndSelf()
            .Select(one => one is ILocalReferenceOperation local ? local.Local : null)
            .OfType<ISymbol>();

        private static IEnumerable<ISymbol> SetIn(IOperation statement) => SourceProgram.WithinFunction(statement).Select(one => one switch
        {
            IVariableDeclaratorOperation variable => variable.Symbol,
            IAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local,
            IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => local.Local,
            ILocalReferenceOperation { IsDeclaration: true } local => local.Local,
            _ => null,
        }).OfType<ISymbol>();

        /// <summary>Whether the await may be passed over: it stands behind <c>&amp;&amp;</c>, <c>??</c>, <c>?:</c> or in a branch.</summary>
        private static bool IsConditional(IAwaitOperation await)
        {
            for (IOperation at = await; at.Parent is { } parent and not IBlockOperation; at = parent)
            {
                bool passed = parent switch
                {
                    IConditionalOperation choice => choice.Condition != at,
                    IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary => binary.RightOperand == at,
                    ICoalesceOperation coalesce => coalesce.Value != at,
                    IConditionalAccessOperation access => access.Operation != at,
                    ISwitchExpressionArmOperation => true,
                    _ => false,
                };
                if (passed)
                {
                    return true;
                }
            }

            return false;
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>A row of awaits that is read statement by statement.</summary>
internal sealed class AwaitRowDraft(Inquiry inquiry)
{
    private readonly List<AwaitedWork> _works = [];
    private readonly List<NumberSet> _needs = [];
    private readonly EarlierAwaits _earlier = new(inquiry);
    private readonly EffectIndex _statements = new(symbol => EarlierAwaits.IsNew(symbol, inquiry.Program));

    /// <summary>For each statement, how many works there were when it had been taken.</summary>
    private readonly List<int> _worksAfter = [];

    /// <summary>From which works the value of a variable comes.</summary>
    private readonly Dictionary<ISymbol, NumberSet> _comesFrom = new(SymbolEqualityComparer.Default);
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
        NumberSet sources = SourcesOf(statement);
        int first = _works.Count;
        foreach (AwaitedWork work in works.OfType<AwaitedWork>())
        {
            Add(work, first);
            sources.Add(_works.Count - 1);
        }

        foreach (ISymbol variable in SetIn(statement))
        {
            _comesFrom[variable] = sources;
        }

        _statements.Add(_worksAfter.Count, effects);
        _worksAfter.Add(_works.Count);
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

    /// <param name="work">What is awaited.</param>
    /// <param name="first">The first work of its statement.</param>
    private void Add(AwaitedWork work, int first)
    {
        EffectSet effects = EffectsOf(work);
        NumberSet needs = _earlier.NeededBy(work, effects);
        needs.UnionWith(SourcesOf(work.Beginning));
        needs.UnionWith(SourcesOf(work.Await.Operation));
        if (_statements.Meeting(effects).Last is >= 0 and var statement)
        {
            needs.AddBelow(_worksAfter[statement]);
        }

        for (int inner = first; inner < _works.Count; inner++)
        {
            if (work.Await.Operation.Syntax.Span.Contains(_works[inner].Await.Syntax.Span))
            {
                needs.Add(inner);
            }
        }

        // What a later one needs it has with it already: of a long chain only the last link is looked at.
        NumberSet known = new();
        for (int last = needs.LastNotIn(known); last >= 0; last = needs.LastNotIn(known))
        {
            known.Add(last);
            known.UnionWith(_needs[last]);
        }

        _works.Add(work);
        _needs.Add(known);
        _earlier.Add(work, effects);
    }

    private NumberSet SourcesOf(IOperation operation)
    {
        NumberSet sources = new();
        foreach (ISymbol variable in Mentioned(operation))
        {
            if (_comesFrom.GetValueOrDefault(variable) is { } known)
            {
                sources.UnionWith(known);
            }
        }

        return sources;
    }

    private EffectSet EffectsOf(AwaitedWork work)
    {
        EffectSet effects = inquiry.Effects.Of(work.Await.Operation);
        effects.Add(inquiry.Effects.Of(work.Beginning));
        return effects;
    }

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

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>A loop that awaits something for each item, where no item needs another one.</summary>
internal sealed class AwaitLoop
{
    private AwaitLoop(ILoopOperation loop, IReadOnlyList<AwaitedWork> works, bool isLazy)
    {
        Loop = loop;
        Works = works;
        IsLazy = isLazy;
    }

    /// <summary>The loop; of nested ones that are all free, the outermost.</summary>
    public ILoopOperation Loop { get; }

    /// <summary>What is awaited for each item, in order.</summary>
    public IReadOnlyList<AwaitedWork> Works { get; }

    /// <summary>Whether the items are tasks that are made one by one while the loop asks for them.</summary>
    public bool IsLazy { get; }

    /// <returns><see langword="null"/> when the order matters, or may.</returns>
    public static AwaitLoop? Of(ILoopOperation loop, Inquiry inquiry)
    {
        // Of an endless loop nobody can begin all rounds at once.
        bool isCounted = loop is IForEachLoopOperation { IsAsynchronous: false } or IForLoopOperation { Condition.ConstantValue.HasValue: false } || CounterOf(loop) is not null;
        if (!isCounted || InnerOf(loop, inquiry) is not { } works)
        {
            return null;
        }

        ILoopOperation outermost = loop;
        for (IOperation? at = loop.Parent; at is not null and not (ILocalFunctionOperation or IAnonymousFunctionOperation); at = at.Parent)
        {
            if (at is ILoopOperation outer)
            {
                if (outer is IForEachLoopOperation { IsAsynchronous: true } || !IsFree(outer, works, inquiry))
                {
                    return null;
                }

                outermost = outer;
            }
        }

        return new AwaitLoop(outermost, works, IsLazyOver(loop, works, inquiry));
    }

    private static List<AwaitedWork>? InnerOf(ILoopOperation loop, Inquiry inquiry)
    {
        List<AwaitedWork> works = [];
        foreach (IAwaitOperation await in SourceProgram.WithinFunction(loop.Body).OfType<IAwaitOperation>().OrderBy(one => one.Syntax.Span.End))
        {
            if (InnermostLoop(await) != loop || WorkOf(await, loop, inquiry) is not { } work)
            {
                return null;
            }

            works.Add(work);
        }

        return works.Count > 0 && works.Exists(work => DependsOnItem(work, loop)) && IsFree(loop, works, inquiry) ? works : null;
    }

    private static AwaitedWork? WorkOf(IAwaitOperation await, ILoopOperation loop, Inquiry inquiry)
    {
        if (AwaitedWork.Of(await, inquiry.Program) is { } work)
        {
            return work;
        }

        // The item itself is awaited: work begins with that only if it is a coroutine, or if the sequence makes its tasks on demand.
        bool isItem = Calls.Awaited(await) is ILocalReferenceOperation item && loop is IForEachLoopOperation && loop.Locals.Contains(item.Local, SymbolEqualityComparer.Default);
        bool isElement = Calls.Awaited(await) is IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true };
        bool beginsNow = TaskTypes.IsCoroutine(Calls.Awaited(await).Type) || (isItem && LazyEnumeratedTwice.IsLazy(((IForEachLoopOperation)loop).Collection, inquiry));
        return (isItem || isElement) && beginsNow ? new AwaitedWork(await, null, null) : null;
    }

    /// <summary>Whether no round leaves, measures time, or touches what another one reads or changes.</summary>
    private static bool IsFree(ILoopOperation loop, IReadOnlyList<AwaitedWork> works, Inquiry inquiry)
    {
        if (Leaves(loop) || IsInBatches(loop) || KnownCalls.BeginsMeasuring(loop.Body))
        {
            return false;
        }

        EffectSet all = inquiry.Effects.Of(loop.Body);
        bool readsTerminal = all.All.Any(effect => effect.Root.Equals(Root.Terminal));
        bool setsItem = loop is IForLoopOperation && all.All.Any(effect => effect is { IsWrite: true, Member: null } && IsLoopVariable(effect.Root.Symbol, loop));
        bool feedsNext = works.Any(work => FeedsNextRound(work, loop, inquiry));
        return !readsTerminal && !setsItem && !feedsNext && works.All(work => !MeetInOtherRounds(EffectsOf(work, loop, inquiry), all, loop));
    }

    /// <summary>Whether what a round does with the one part matters to what another round does with the other.</summary>
    private static bool MeetInOtherRounds(EffectSet one, EffectSet other, ILoopOperation loop)
    {
        EffectIndex index = new(symbol => IsOfRound(symbol, loop), isNewEachTime: true);
        index.Add(0, other);
        return !index.Meeting(one).IsEmpty;
    }

    /// <summary>
    /// Whether what a round does after its await changes what a later round looks at before its own: a cache that is asked first, a total
    /// that is shown.
    /// </summary>
    private static bool FeedsNextRound(AwaitedWork work, ILoopOperation loop, Inquiry inquiry)
    {
        var before = new EffectSet();
        var after = new EffectSet();
        foreach (IOperation one in SourceProgram.WithinFunction(loop.Body))
        {
            bool isStatement = one is IExpressionStatementOperation or IVariableDeclarationGroupOperation;
            bool isCondition = one.Parent is IConditionalOperation choice && choice.Condition == one && choice.Syntax.SpanStart < work.Await.Syntax.SpanStart;
            if (isCondition || (isStatement && one.Syntax.Span.End <= work.Await.Syntax.SpanStart))
            {
                before.Add(inquiry.Effects.Of(one));
            }
            else if (isStatement && one.Syntax.Span.End >= work.Await.Syntax.Span.End)
            {
                after.Add(inquiry.Effects.Of(one));
            }
        }

        return MeetInOtherRounds(before, after, loop);
    }

    private static EffectSet EffectsOf(AwaitedWork work, ILoopOperation loop, Inquiry inquiry)
    {
        EffectSet effects = inquiry.Effects.Of(work.Await);
        if (!work.IsItem)
        {
            effects.Add(inquiry.Effects.Of(work.Beginning));
        }
        else if (loop is IForEachLoopOperation { Collection: { } collection })
        {
            effects.Add(inquiry.Effects.OfLazy(collection));
        }

        return effects;
    }

    private static bool Leaves(ILoopOperation loop) => SourceProgram.WithinFunction(loop.Body).Any(one => one switch
    {
        IReturnOperation => true,
        IThrowOperation => true,
        IBranchOperation { BranchKind: BranchKind.Continue } => false,
        IBranchOperation branch => SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel) || branch.BranchKind == BranchKind.GoTo,
        _ => false,
    });

    private static bool IsInBatches(ILoopOperation loop) => loop is IForEachLoopOperation { Collection: { } collection }
        && Calls.Is(Calls.Bare(collection), "Enumerable", "Chunk");

    private static bool DependsOnItem(AwaitedWork work, ILoopOperation loop) => work.IsItem
        || work.Beginning.DescendantsAndSelf().Concat(work.Await.Descendants()).Any(one => one is ILocalReferenceOperation local && IsOfRound(local.Local, loop));

    private static bool IsLoopVariable(ISymbol? symbol, ILoopOperation loop) => symbol is ILocalSymbol && loop.Locals.Contains(symbol, SymbolEqualityComparer.Default);

    /// <summary>Whether a variable is another one in each round, or the number of the round.</summary>
    private static bool IsOfRound(ISymbol symbol, ILoopOperation loop) => symbol is ILocalSymbol
        && ((symbol.DeclaringSyntaxReferences is [{ } declared]
                && declared.SyntaxTree == loop.Syntax.SyntaxTree
                && loop.Syntax.Span.Contains(declared.Span))
            || SymbolEqualityComparer.Default.Equals(symbol, CounterOf(loop)));

    /// <summary>What a <c>while</c> loop counts up or down at the end of each round, and nowhere else: then it is a <c>for</c> loop.</summary>
    private static ILocalSymbol? CounterOf(ILoopOperation loop)
    {
        if (loop is not IWhileLoopOperation { Condition: IBinaryOperation condition, Body: IBlockOperation { Operations: [.., IExpressionStatementOperation last] } body }
            || condition.OperatorKind is not (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
                or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.NotEquals)
            || StepTarget(last.Operation) is not ILocalReferenceOperation { Local: { } counter }
            || !new[] { condition.LeftOperand, condition.RightOperand }.Any(side => Calls.Bare(side) is ILocalReferenceOperation one && IsCounter(one)))
        {
            return null;
        }

        bool isSetOnce = body.DescendantsAndSelf().Count(one => TargetOf(one) is ILocalReferenceOperation target && IsCounter(target)) == 1;
        bool isContinued = SourceProgram.WithinFunction(body).Any(one => one is IBranchOperation { BranchKind: BranchKind.Continue });
        return isSetOnce && !isContinued ? counter : null;

        bool IsCounter(ILocalReferenceOperation one) => SymbolEqualityComparer.Default.Equals(one.Local, counter);
    }

    private static IOperation? StepTarget(IOperation operation) => operation switch
    {
        IIncrementOrDecrementOperation step => step.Target,
        ICompoundAssignmentOperation { Value.ConstantValue.HasValue: true } step => step.Target,
        _ => null,
    };

    private static IOperation? TargetOf(IOperation operation) => operation switch
    {
        IIncrementOrDecrementOperation step => step.Target,
        IAssignmentOperation assignment => assignment.Target,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
        _ => null,
    };

    private static ILoopOperation? InnermostLoop(IOperation operation)
    {
        for (IOperation? at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is ILoopOperation loop)
            {
                return loop;
            }
        }

        return null;
    }

    private static bool IsLazyOver(ILoopOperation loop, IReadOnlyList<AwaitedWork> works, Inquiry inquiry) =>
        works.Any(work => work.IsItem) && loop is IForEachLoopOperation { Collection: { } collection } && LazyEnumeratedTwice.IsLazy(collection, inquiry);
}

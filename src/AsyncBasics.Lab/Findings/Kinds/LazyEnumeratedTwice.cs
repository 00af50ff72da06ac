using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds lazy sequences of tasks that are gone through more than once: each time all tasks are made anew.</summary>
internal static class LazyEnumeratedTwice
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry)
    {
        foreach (IVariableDeclaratorOperation variable in inquiry.Program.Operations.OfType<IVariableDeclaratorOperation>())
        {
            if (variable.GetVariableInitializer()?.Value is { } value
                && inquiry.Program.Types.IsPlainSequence(variable.Symbol.Type)
                && inquiry.Program.Types.TaskElementOf(variable.Symbol.Type) is not null
                && IsLazy(value, inquiry)
                && inquiry.Program.InitializerOf(variable.Symbol) is not null
                && SecondTime(variable.Symbol, inquiry) is { } second)
            {
                yield return new Suspicion(
                    FindingKind.LazyEnumeratedTwice,
                    second.Syntax,
                    $"{variable.Symbol.Name} is lazy: going through it again here makes all its tasks again, and does their work twice.")
                {
                    Fix = new Fix("make them once", $"{value.Syntax}.ToList()"),
                    Repair = RepairOf(second, inquiry),
                };
            }
        }
    }

    /// <summary>Whether an expression gives a sequence that makes its elements when they are asked for.</summary>
    public static bool IsLazy(IOperation value, Inquiry inquiry)
    {
        value = Calls.Bare(value);
        return value switch
        {
            IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable", Name: "Select" or "SelectMany" } } => true,
            IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" } call
                when call.TargetMethod.Name is "Where" or "Take" or "Skip" or "Concat" or "OrderBy" or "Reverse" or "Append" or "Prepend" or "Cast"
                => call.Arguments.Length > 0 && IsLazy(call.Arguments[0].Value, inquiry),
            IInvocationOperation call => inquiry.Program.Find(call.TargetMethod) is { } function && function.Operations.OfType<IReturnOperation>().Any(one =>
                one.Kind == OperationKind.YieldReturn),
            ITranslatedQueryOperation query => IsLazy(query.Operation, inquiry),
            ILocalReferenceOperation local => inquiry.Program.InitializerOf(local.Local) is { } initializer && IsLazy(initializer, inquiry),
            _ => false,
        };
    }

    /// <summary>Whether going through a sequence there is the second time: then that is the cause of what it costs.</summary>
    public static bool IsSecondTime(IOperation sequence, Inquiry inquiry) =>
        Calls.Bare(sequence) is ILocalReferenceOperation { Local: { } local } read && SecondTime(local, inquiry) == read;

    private static IOperation? SecondTime(ILocalSymbol sequence, Inquiry inquiry)
    {
        List<IOperation> times = [];
        foreach (IOperation read in Usage.ReadsOf(sequence, inquiry.Program).Where(GoesThrough).OrderBy(read => read.Syntax.SpanStart))
        {
            if (times.Exists(earlier => !AreAlternatives(earlier, read)) || IsInLoopSince(sequence, read))
            {
                return read;
            }

            times.Add(read);
        }

        return null;
    }

    /// <summary>Whether the sequence is gone through there, and not only made into another lazy one.</summary>
    private static bool GoesThrough(IOperation read)
    {
        IOperation at = read;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IForEachLoopOperation loop => loop.Collection == at,
            IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod.ContainingType?.Name != "Enumerable"
                || call.TargetMethod.Name is "ToList" or "ToArray" or "Count" or "Any" or "All" or "First" or "Last" or "Single" or "FirstOrDefault"
                    or "LastOrDefault" or "ElementAt" or "ToHashSet" or "ToDictionary",
            ISpreadOperation => true,
            _ => false,
        };
    }

    /// <summary>Whether only one of the two can happen: they stand in different branches, or the first one leaves.</summary>
    private static bool AreAlternatives(IOperation first, IOperation second)
    {
        for (IOperation at = first; at.Parent is { } parent; at = parent)
        {
            if (parent is IConditionalOperation choice && choice.Condition != at && choice.Syntax.Span.Contains(second.Syntax.Span))
            {
                return choice.WhenTrue?.Syntax.Span.Contains(second.Syntax.Span) != choice.WhenTrue?.Syntax.Span.Contains(first.Syntax.Span);
            }

            if (parent is ISwitchCaseOperation or ISwitchExpressionArmOperation && !parent.Syntax.Span.Contains(second.Syntax.Span))
            {
                return true;
            }

            if (parent is IBlockOperation block && block.Operations.Any(one => one is IReturnOperation { Kind: OperationKind.Return } && one.Syntax.SpanStart >= at.Syntax.SpanStart)
                && !block.Syntax.Span.Contains(second.Syntax.Span))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInLoopSince(ILocalSymbol sequence, IOperation read)
    {
        int declared = sequence.DeclaringSyntaxReferences[0].Span.Start;
        for (IOperation at = read; at.Parent is { } parent; at = parent)
        {
            if (parent is ILoopOperation && parent.Syntax.SpanStart > declared && !(parent is IForEachLoopOperation loop && loop.Collection == at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Without the second time, what is waited for there would not have been.</summary>
    private static Repair? RepairOf(IOperation second, Inquiry inquiry)
    {
        if (inquiry.Run is not { } run)
        {
            return null;
        }

        var repair = new Repair();
        IOperation? place = second;
        while (place is not null and not (IForEachLoopOperation or IAwaitOperation))
        {
            place = place.Parent;
        }

        IEnumerable<IOperation> awaits = place is IForEachLoopOperation loop
            ? SourceProgram.WithinFunction(loop.Body).OfType<IAwaitOperation>()
            : place is IAwaitOperation await ? [await] : [];
        foreach (IOperation one in awaits)
        {
            repair.Skipped.UnionWith(run.SegmentsAt(one.Syntax));
        }

        return repair;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds long computations on the loop that never give up the turn.</summary>
internal static class CpuHog
{
    /// <summary>As many rounds take some milliseconds at least, during which nobody else moves.</summary>
    private const double Long = LongTurns.Long;

    public static IEnumerable<Suspicion> Find(Inquiry inquiry)
    {
        Suspicion[] told = [.. Loops(inquiry), .. Sequences(inquiry)];
        HashSet<Function> known = [.. told.Select(one => inquiry.Program.FunctionAt(one.Tree.GetRoot().FindNode(one.Span))).OfType<Function>()];
        return told.Concat(LongComputation.Find(inquiry, known)).Select(suspicion => suspicion with { Repair = RepairOf(suspicion, inquiry) });
    }

    /// <summary>On a worker it would take as long and leave the loop to the others. A virtual clock stands still while somebody computes.</summary>
    private static Repair? RepairOf(Suspicion suspicion, Inquiry inquiry)
    {
        if (inquiry.Run is not { Report.IsVirtual: false } run
            || inquiry.Program.FunctionAt(suspicion.Tree.GetRoot().FindNode(suspicion.Span)) is not { } function
            || Reach.FindAsync(function, inquiry.Program) is not { } reach)
        {
            return null;
        }

        var repair = new Repair();
        repair.Released.UnionWith(run.LongRunsIn(reach.Async));
        return repair;
    }

    /// <summary>A long range of numbers, gone through by the methods of a sequence, is a loop as well.</summary>
    private static IEnumerable<Suspicion> Sequences(Inquiry inquiry) => inquiry.Program.Operations
        .OfType<IInvocationOperation>()
        .Where(call => Calls.Is(call, "Enumerable", "Range", "Repeat") && IsGoneThrough(call) && NumberOf(call.Arguments[1].Value, inquiry) >= Long)
        .Select(call => (Call: call, Reach: Reach.FindAsync(inquiry.Program.FunctionOf(call), inquiry.Program)))
        .Where(one => one.Reach is not null)
        .Select(one => new Suspicion(
            FindingKind.CpuHog,
            one.Call.Syntax,
            "This sequence is gone through without an await: nobody else gets a turn until it is done.")
        {
            Fix = new Fix("give it to a worker", "await Task.Run(() => …);"),
        });

    /// <summary>Whether the chain of calls that begins with it ends in one that asks for all.</summary>
    private static bool IsGoneThrough(IOperation call)
    {
        IOperation at = call;
        while (at.Parent is IConversionOperation or IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" }
            or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" } })
        {
            at = at.Parent;
        }

        return at is IInvocationOperation { TargetMethod.Name: "Sum" or "Count" or "LongCount" or "Min" or "Max" or "Average" or "Aggregate" or "All" or "Any" or "ToList" or "ToArray" or "Last" };
    }

    private static IEnumerable<Suspicion> Loops(Inquiry inquiry)
    {
        foreach (ILoopOperation loop in inquiry.Program.Operations.OfType<ILoopOperation>().Where(loop => !IsInside(loop)))
        {
            Function function = inquiry.Program.FunctionOf(loop);
            if (GivesTurn(loop, inquiry) || Reach.FindAsync(function, inquiry.Program) is not { } reach)
            {
                continue;
            }

            double rounds = RoundsOf(loop, inquiry);
            bool wasStopped = inquiry.Run is { Report: { Outcome: Outcome.Limit, Limit: RunLimit.Steps or RunLimit.WallTime } } run && IsAt(run.Report.Place, loop);
            if (rounds >= Long || wasStopped)
            {
                yield return new Suspicion(FindingKind.CpuHog, loop.Syntax.SyntaxTree, Lines.HeadOf(loop), Message(rounds, function, reach.Call, wasStopped))
                {
                    Fix = new Fix("give it to a worker, or give up the turn now and then", "await Task.Run(() => …);"),
                };
            }
        }
    }

    /// <summary>Only the outermost loop is spoken of.</summary>
    private static bool IsInside(IOperation loop)
    {
        for (IOperation? at = loop.Parent; at is not null and not (ILocalFunctionOperation or IAnonymousFunctionOperation); at = at.Parent)
        {
            if (at is ILoopOperation outer && !SourceProgram.WithinFunction(outer).Any(one => one is IAwaitOperation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An await gives up the turn, and so does what is handed out one at a time.</summary>
    private static bool GivesTurn(ILoopOperation loop, Inquiry inquiry) =>
        loop is IForEachLoopOperation { IsAsynchronous: true }
        || SourceProgram.WithinFunction(loop).Any(one => one is IAwaitOperation || one is IReturnOperation { Kind: OperationKind.YieldReturn })
        || inquiry.Program.FunctionOf(loop).Operations.Any(one => one is IReturnOperation { Kind: OperationKind.YieldReturn });

    /// <summary>How many rounds a loop has, with those inside it, as far as its bounds are numbers in the source.</summary>
    private static double RoundsOf(IOperation operation, Inquiry inquiry, int depth = 0)
    {
        double inside = 0;
        IEnumerable<IOperation> parts = operation is ILoopOperation { Body: { } body } ? [body] : operation.ChildOperations;
        foreach (IOperation part in parts)
        {
            inside = Math.Max(inside, part is ILoopOperation ? RoundsOf(part, inquiry, depth) : RoundsWithin(part, inquiry, depth));
        }

        return operation is ILoopOperation loop ? OwnRounds(loop, inquiry) * Math.Max(1, inside) : inside;
    }

    private static double RoundsWithin(IOperation operation, Inquiry inquiry, int depth)
    {
        if (operation is ILocalFunctionOperation or IAnonymousFunctionOperation)
        {
            return 0;
        }

        double most = 0;
        if (operation is IInvocationOperation call && depth < 3 && inquiry.Program.Find(call.TargetMethod) is { IsAsync: false } callee)
        {
            most = RoundsOf(callee.Body, inquiry, depth + 1);
        }

        return Math.Max(most, RoundsOf(operation, inquiry, depth));
    }

    private static double OwnRounds(ILoopOperation loop, Inquiry inquiry)
    {
        switch (loop)
        {
            case IForLoopOperation { Condition: IBinaryOperation condition } counted:
                double? end = NumberOf(condition.RightOperand, inquiry);
                double? start = counted.Before.SelectMany(one => one.DescendantsAndSelf()).OfType<IVariableInitializerOperation>()
                    .Select(one => NumberOf(one.Value, inquiry)).FirstOrDefault();
                bool endsByCounting = condition.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.NotEquals
                    or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;
                return endsByCounting && end is { } last && start is { } first ? Math.Max(1, Math.Abs(last - first) / StepOf(counted)) : 1;
            case IForLoopOperation { Condition: null } or IWhileLoopOperation { Condition.ConstantValue: { HasValue: true, Value: true } }:
                return SourceProgram.WithinFunction(loop.Body).Any(one => one is IBranchOperation or IReturnOperation or IThrowOperation) ? 1 : double.PositiveInfinity;
            case IWhileLoopOperation { Condition: IBinaryOperation { RightOperand: { } bound } comparison }
                when comparison.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual && Counts(comparison.LeftOperand, loop):
                return NumberOf(bound, inquiry) ?? 1;
            case IForEachLoopOperation { Collection: { } collection } when Calls.Bare(collection) is IInvocationOperation range && Calls.Is(range, "Enumerable", "Range"):
                return NumberOf(range.Arguments[1].Value, inquiry) ?? 1;
            default:
                return 1;
        }
    }

    private static double StepOf(IForLoopOperation loop) => loop.AtLoopBottom.SelectMany(one => one.DescendantsAndSelf())
        .OfType<ICompoundAssignmentOperation>()
        .Select(one => one.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract && one.Value.ConstantValue is { HasValue: true, Value: int step } ? Math.Abs(step) : double.PositiveInfinity)
        .FirstOrDefault(1.0);

    /// <summary>Whether the body of a loop counts a variable up by one.</summary>
    private static bool Counts(IOperation counter, ILoopOperation loop) => Usage.VariableOf(Calls.Bare(counter)) is { } variable
        && SourceProgram.WithinFunction(loop.Body).OfType<IIncrementOrDecrementOperation>().Any(one =>
            SymbolEqualityComparer.Default.Equals(Usage.VariableOf(one.Target), variable));

    /// <summary>A number that stands in the source: there, or where the variable or the argument is set.</summary>
    private static double? NumberOf(IOperation value, Inquiry inquiry, int depth = 0)
    {
        value = Calls.Bare(value);
        if (value.ConstantValue is { HasValue: true, Value: { } constant })
        {
            return constant switch
            {
                int one => one,
                long one => one,
                uint one => one,
                double one => one,
                _ => null,
            };
        }

        if (depth > 3)
        {
            return null;
        }

        return value switch
        {
            ILocalReferenceOperation local when inquiry.Program.InitializerOf(local.Local) is { } initializer => NumberOf(initializer, inquiry, depth + 1),
            IPropertyReferenceOperation { Property.Name: "Length", Instance: { } array }
                when Calls.Bare(array) is ILocalReferenceOperation { Local: { } local }
                && inquiry.Program.InitializerOf(local) is { } made && Calls.Bare(made) is IArrayCreationOperation { DimensionSizes: [{ } size] }
                => NumberOf(size, inquiry, depth + 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply } sum
                when NumberOf(sum.LeftOperand, inquiry, depth + 1) is { } left && NumberOf(sum.RightOperand, inquiry, depth + 1) is { } right
                => sum.OperatorKind switch
                {
                    BinaryOperatorKind.Add => left + right,
                    BinaryOperatorKind.Subtract => left - right,
                    _ => left * right,
                },
            IParameterReferenceOperation parameter => LargestArgument(parameter.Parameter, inquiry, depth),
            _ => null,
        };
    }

    private static double? LargestArgument(IParameterSymbol parameter, Inquiry inquiry, int depth) => parameter.ContainingSymbol is IMethodSymbol method
        && inquiry.Program.Find(method) is { } function
            ? inquiry.Program.CallersOf(function)
                .Select(caller => caller.Call)
                .OfType<IInvocationOperation>()
                .SelectMany(call => call.Arguments)
                .Where(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, parameter.OriginalDefinition))
                .Select(argument => NumberOf(argument.Value, inquiry, depth + 1))
                .Max()
            : null;

    private static bool IsAt(SourcePlace? place, ILoopOperation loop)
    {
        if (place is null || place.File != loop.Syntax.SyntaxTree.FilePath)
        {
            return false;
        }

        FileLinePositionSpan span = loop.Syntax.SyntaxTree.GetLineSpan(loop.Syntax.Span);
        return place.Line - 1 >= span.StartLinePosition.Line && place.Line - 1 <= span.EndLinePosition.Line;
    }

    private static string Message(double rounds, Function function, IOperation? from, bool wasStopped)
    {
        string hidden = from is not null
            ? $" in {function.Name}, which line {Lines.Of(from)} calls from async code,"
            : string.Empty;
        string count = double.IsInfinity(rounds) || rounds < Long
            ? "without an end"
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"of {rounds:#,0} rounds");
        string end = wasStopped ? " The run was stopped in it." : string.Empty;
        return $"This loop {count}{hidden} has no await: nobody else gets a turn until it is done.{end}";
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds tasks that leave the <c>using</c> whose resource they still need.</summary>
internal static class UsingDisposedEarly
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry)
    {
        foreach (IOperation operation in inquiry.Program.Operations)
        {
            foreach (ILocalSymbol resource in ResourcesOf(operation))
            {
                foreach (IOperation leaving in Leaving(operation, resource, inquiry))
                {
                    yield return new Suspicion(
                        FindingKind.UsingDisposedEarly,
                        leaving.Syntax,
                        $"{Calls.NameOf(leaving)} still runs when {resource.Name} is disposed: the task leaves the using before it has ended.")
                    {
                        Fix = new Fix($"await it while {resource.Name} is alive", $"await {leaving.Syntax}"),
                    };
                }
            }
        }
    }

    private static IEnumerable<ILocalSymbol> ResourcesOf(IOperation operation) => operation switch
    {
        IUsingOperation block => block.Locals,
        IUsingDeclarationOperation declaration => declaration.DeclarationGroup.Declarations.SelectMany(one => one.Declarators).Select(one => one.Symbol),
        _ => [],
    };

    /// <summary>The tasks made of a resource that somebody gets who awaits them later, when it is gone.</summary>
    private static IEnumerable<IOperation> Leaving(IOperation use, ILocalSymbol resource, Inquiry inquiry)
    {
        Function function = inquiry.Program.FunctionOf(use);
        IEnumerable<IOperation> inside = use is IUsingOperation block ? SourceProgram.WithinFunction(block.Body) : function.Operations;
        foreach (IOperation operation in inside)
        {
            if (operation is not IInvocationOperation call || !TaskTypes.IsTask(call.Type) || IsOver(call) || !Needs(call, resource))
            {
                continue;
            }

            bool isReturned = !function.IsAsync && Outermost(call).Parent is IReturnOperation;
            bool isKept = use is IUsingOperation && Usage.KeptIn(call) is ILocalSymbol variable && IsAwaitedOutside(variable, use, inquiry);
            if (isReturned || isKept)
            {
                yield return call;
            }
        }
    }

    private static bool IsOver(IInvocationOperation call) => call.TargetMethod.Name is "FromResult" or "FromException" or "FromCanceled";

    private static bool Needs(IInvocationOperation call, ILocalSymbol resource) =>
        SourceProgram.WithinFunction(call).Concat(call.Descendants()).Any(one => one is ILocalReferenceOperation local
            && SymbolEqualityComparer.Default.Equals(local.Local, resource));

    private static IOperation Outermost(IOperation call)
    {
        IOperation at = call;
        while (at.Parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation
            || at.Parent is IInvocationOperation { TargetMethod.Name: "AsTask" or "ContinueWith" or "Unwrap" } wrapper && wrapper.Instance == at)
        {
            at = at.Parent;
        }

        return at;
    }

    private static bool IsAwaitedOutside(ILocalSymbol variable, IOperation use, Inquiry inquiry)
    {
        IOperation[] reads = [.. Usage.ReadsOf(variable, inquiry.Program)];
        return reads.Length > 0 && Array.TrueForAll(reads, read => !use.Syntax.Span.Contains(read.Syntax.Span));
    }
}

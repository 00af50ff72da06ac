using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds calls that could be given the cancellation token that is at hand, and are not.</summary>
internal static class TokenNotPassed
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry) => inquiry.Program.Operations
        .OfType<IInvocationOperation>()
        .Where(call => TaskTypes.IsTask(call.Type) && !IsCleanup(call) && !HasToken(call) && TakesToken(call.TargetMethod))
        .Select(call => (Call: call, Token: TokenAt(call, inquiry)))
        .Where(one => one.Token is not null)
        .Select(one => new Suspicion(
            FindingKind.TokenNotPassed,
            one.Call.Syntax,
            $"{Calls.NameOf(one.Call)} is not given {one.Token!.Name}: when that is cancelled, it goes on all the same.")
        {
            Fix = new Fix($"pass {one.Token.Name} on", WithToken(one.Call, one.Token.Name)),
        });

    /// <summary>The token among the parameters of the function, or of one around it.</summary>
    private static IParameterSymbol? TokenAt(IInvocationOperation call, Inquiry inquiry)
    {
        foreach (Function function in inquiry.Program.FunctionOf(call).WithOuter())
        {
            if (function.Method?.Parameters.FirstOrDefault(parameter => IsToken(parameter.Type)) is { } token)
            {
                // Who calls it an underscore has no use for it.
                return token.Name == "_" ? null : token;
            }

            if (function.Method is { IsStatic: true, MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsToken(ITypeSymbol type) => type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };

    /// <summary>Whether it is given one already, even if it is none: somebody has thought of it.</summary>
    private static bool HasToken(IInvocationOperation call) =>
        call.Arguments.Any(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter
            && (IsToken(parameter.Type) || IsToken(Calls.Bare(argument.Value).Type ?? parameter.Type) || Mentions(argument.Value)))
        || (call.Parent is IInvocationOperation { TargetMethod.Name: "WaitAsync" } wrapper && wrapper.Instance == call && HasToken(wrapper));

    /// <summary>Options and the like may carry the token inside.</summary>
    private static bool Mentions(IOperation value) =>
        value.DescendantsAndSelf().Any(one => one is IParameterReferenceOperation { Parameter: { } parameter } && IsToken(parameter.Type));

    private static bool TakesToken(IMethodSymbol method)
    {
        if (method.Name is "Run" or "StartNew" or "ContinueWith" or "WaitAsync" && method.ContainingType.Name is "Task" or "TaskFactory")
        {
            return false;
        }

        if (method.Parameters.Any(parameter => IsToken(parameter.Type)))
        {
            return true;
        }

        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.ContainingType.GetMembers(definition.Name).OfType<IMethodSymbol>().Any(other =>
            other.Parameters.Length == definition.Parameters.Length + 1
            && IsToken(other.Parameters[^1].Type)
            && other.Arity == definition.Arity
            && other.Parameters.Take(definition.Parameters.Length).Zip(definition.Parameters).All(pair =>
                SymbolEqualityComparer.Default.Equals(pair.First.Type, pair.Second.Type)));
    }

    /// <summary>What tidies up has to come to its end, cancelled or not.</summary>
    private static bool IsCleanup(IOperation call)
    {
        for (IOperation at = call; at.Parent is { } parent; at = parent)
        {
            if (parent is ICatchClauseOperation || (parent is ITryOperation attempt && attempt.Finally == at))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithToken(IInvocationOperation call, string token)
    {
        string source = call.Syntax.ToString();
        return source.EndsWith("()", StringComparison.Ordinal) ? $"{source[..^1]}{token})" : $"{source[..^1]}, {token})";
    }
}

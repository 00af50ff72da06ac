using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBasics.Lab;

/// <summary>Finds async methods and lambdas that return nothing that could be awaited.</summary>
internal static class AsyncVoid
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry) => inquiry.Program.Functions
        .Where(function => function is { IsAsync: true, Method.ReturnsVoid: true } && !IsHandler(function))
        .Select(function => function.IsLambda ? OfLambda(function) : OfMethod(function));

    private static Suspicion OfMethod(Function function)
    {
        SyntaxToken name = function.Syntax switch
        {
            MethodDeclarationSyntax method => method.Identifier,
            LocalFunctionStatementSyntax local => local.Identifier,
            _ => function.Syntax.GetFirstToken(),
        };
        return new Suspicion(
            FindingKind.AsyncVoid,
            function.Syntax.SyntaxTree,
            name.Span,
            $"{function.Name} is async void: nobody can wait for it, and an exception in it ends the program.")
        {
            Fix = new Fix("return a Task", $"async Task {function.Name}"),
        };
    }

    private static Suspicion OfLambda(Function function)
    {
        string taker = TakerOf(function) is { } call ? $"{call.TargetMethod.Name} takes a method without a result" : "it becomes a method without a result";
        int end = function.Syntax is AnonymousFunctionExpressionSyntax lambda ? lambda.Body.SpanStart : function.Syntax.Span.End;
        return new Suspicion(
            FindingKind.AsyncVoid,
            function.Syntax.SyntaxTree,
            TextSpan.FromBounds(function.Syntax.SpanStart, Math.Max(end, function.Syntax.SpanStart)),
            $"This async lambda is async void: {taker}, which goes on at the first await and never sees an error.")
        {
            Fix = FixOf(function),
        };
    }

    private static Fix FixOf(Function function) => TakerOf(function) switch
    {
        { TargetMethod: { Name: "ForEach", ContainingType.Name: "Parallel" } } => new Fix("Parallel.ForEachAsync awaits it", "await Parallel.ForEachAsync("),
        { TargetMethod.Name: "ForEach" } => new Fix("a foreach can await", "foreach (…) { await …; }"),
        _ => new Fix("take a Func<Task> and await it", "Func<Task>"),
    };

    private static IInvocationOperation? TakerOf(Function lambda)
    {
        IOperation? at = lambda.Body.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            at = at.Parent;
        }

        return at as IInvocationOperation;
    }

    /// <summary>
    /// A handler of events has to be void: what calls it wants no task. So has a method that an interface or a base class makes void; such
    /// a one is as good as it can be when it lets no exception out. And so is one whose purpose is to see to a task that nobody waits for.
    /// </summary>
    private static bool IsHandler(Function function)
    {
        IMethodSymbol method = function.Method!;
        bool takesEvent = method.Parameters is [_, { Type: { } second }] && IsEventArgs(second);
        bool isSubscribed = function.Body.Parent is IDelegateCreationOperation { Parent: IEventAssignmentOperation };
        bool isForced = method.OverriddenMethod is not null || method.ExplicitInterfaceImplementations.Length > 0 || ImplementsInterface(method);
        bool watchesTask = method.Parameters.Any(parameter => TaskTypes.IsTask(parameter.Type));
        return takesEvent || isSubscribed || ((isForced || watchesTask) && Handling.CatchesEverything(function));
    }

    private static bool IsEventArgs(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name.EndsWith("EventArgs", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ImplementsInterface(IMethodSymbol method) => method.ContainingType.AllInterfaces
        .SelectMany(one => one.GetMembers(method.Name))
        .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}

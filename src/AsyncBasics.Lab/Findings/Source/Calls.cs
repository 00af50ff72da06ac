using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Recognizes calls, and names them as a reader of the source would.</summary>
internal static class Calls
{
    /// <summary>Whether it is a call of a method with one of these names of a type with this name.</summary>
    public static bool Is(IOperation? operation, string type, params ReadOnlySpan<string> names) =>
        operation is IInvocationOperation call && Is(call.TargetMethod, type, names);

    /// <summary>Whether it is a method with one of these names of a type with this name.</summary>
    public static bool Is(IMethodSymbol method, string type, params ReadOnlySpan<string> names) =>
        method.ContainingType?.Name == type && names.Contains(method.Name) && method.DeclaringSyntaxReferences.Length == 0;

    /// <summary>What is inside of conversions and parentheses.</summary>
    public static IOperation Bare(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Bare(conversion.Operand),
        IParenthesizedOperation parenthesized => Bare(parenthesized.Operand),
        _ => operation,
    };

    /// <summary>What is awaited, without <c>ConfigureAwait</c> and <c>WaitAsync</c>, which only wrap it.</summary>
    public static IOperation Awaited(IAwaitOperation await) => Unwrapped(await.Operation);

    /// <summary>A task without what only wraps it.</summary>
    public static IOperation Unwrapped(IOperation task)
    {
        task = Bare(task);
        return task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve", Instance: { } instance }
            ? Unwrapped(instance)
            : task;
    }

    /// <summary>What stands before the <c>?.</c> that an operation is called on.</summary>
    public static IOperation? Receiver(IConditionalAccessInstanceOperation instance)
    {
        for (IOperation? at = instance.Parent; at is not null; at = at.Parent)
        {
            if (at is IConditionalAccessOperation access && access.WhenNotNull.Syntax.Span.Contains(instance.Syntax.Span))
            {
                return access.Operation;
            }

            if (at is IConditionalAccessOperation { Operation: { } operation } && operation.Syntax.Span == instance.Syntax.Span)
            {
                return operation;
            }
        }

        return null;
    }

    /// <summary>A value, and of what only stands for the value before a <c>?.</c> that value.</summary>
    public static IOperation Found(IOperation value) =>
        value is IConditionalAccessInstanceOperation instance ? Receiver(instance) ?? value : value;

    /// <summary>Where a call or the question for a property stands; behind a <c>?.</c> it begins with what comes before that.</summary>
    public static SyntaxNode PlaceOf(IOperation operation) => operation.Syntax switch
    {
        MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax access } => access,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax, Parent: ConditionalAccessExpressionSyntax access } => access,
        { } syntax => syntax,
    };

    /// <summary>A sleep that gives the others their turn.</summary>
    public static bool IsSleep(IOperation operation) => Is(operation, "Task", "Delay") || Is(operation, "Asyncio", "Sleep");

    /// <summary>A call that gives up the turn and nothing more.</summary>
    public static bool IsYield(IOperation operation) => Is(operation, "Task", "Yield");

    /// <summary>Waits until all of several have ended.</summary>
    public static bool IsAll(IOperation operation) => Is(operation, "Task", "WhenAll") || Is(operation, "Asyncio", "Gather", "GatherOutcomes");

    /// <summary>Waits until the first of several has ended.</summary>
    public static bool IsAny(IOperation operation) =>
        Is(operation, "Task", "WhenAny")
        || (operation is IInvocationOperation call && Is(call, "Asyncio", "Wait") && call.Arguments.Any(IsFirstCompleted));

    /// <summary>Makes a task of a coroutine, so that it runs by itself.</summary>
    public static bool IsCreateTask(IOperation operation) =>
        Is(operation, "Asyncio", "CreateTask") || Is(operation, "EventLoop", "CreateTask") || Is(operation, "TaskGroup", "CreateTask");

    /// <summary>Gives work to a worker.</summary>
    public static bool IsToWorker(IOperation? operation) =>
        Is(operation, "Task", "Run") || Is(operation, "TaskFactory", "StartNew") || Is(operation, "Asyncio", "ToThread")
        || Is(operation, "ThreadPool", "QueueUserWorkItem", "UnsafeQueueUserWorkItem") || operation is IObjectCreationOperation { Type.Name: "Thread" };

    /// <summary>A call as one would say it: the method and the first text among its arguments.</summary>
    public static string NameOf(IOperation operation)
    {
        operation = Unwrapped(operation);
        switch (operation)
        {
            case IInvocationOperation call when IsCreateTask(call) && call.Arguments is [{ Value: { } coroutine }, ..]:
                return NameOf(coroutine);
            case IInvocationOperation { Instance: { } instance, TargetMethod.MethodKind: MethodKind.DelegateInvoke }:
                return instance.Syntax.ToString();
            case IInvocationOperation call:
                string? text = call.Arguments
                    .Select(argument => argument.Value.ConstantValue is { HasValue: true, Value: string value } ? value : null)
                    .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
                return text is null || text.Length > 24 ? MethodName(call.TargetMethod) : $"{MethodName(call.TargetMethod)} {text}";
            case IObjectCreationOperation { Type: { } type }:
                return $"new {type.Name}";
            default:
                string source = operation.Syntax.ToString();
                return source.Length <= 40 && !source.Contains('\n') ? source : "it";
        }
    }

    /// <summary>The name by which a method is called: static ones of the base library with their type.</summary>
    private static string MethodName(IMethodSymbol method) =>
        method is { IsStatic: true, DeclaringSyntaxReferences.Length: 0, ContainingType.Name: not "Asyncio" } && !method.IsExtensionMethod
            ? $"{method.ContainingType.Name}.{method.Name}"
            : method.Name;

    private static bool IsFirstCompleted(IArgumentOperation argument) =>
        argument.Value.Syntax is ExpressionSyntax { } syntax && syntax.ToString().EndsWith("FirstCompleted", StringComparison.Ordinal);
}

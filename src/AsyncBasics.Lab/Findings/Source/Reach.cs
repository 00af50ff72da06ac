using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Tells on whose time a function runs: the loop's, or a worker's.</summary>
internal static class Reach
{
    /// <summary>Whether a function is handed to a worker: what it blocks, it blocks for itself.</summary>
    public static bool IsWorkersOwn(Function function)
    {
        IOperation? at = function.Body.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            at = at.Parent;
        }

        return function.IsLambda && (Calls.IsToWorker(at) || IsParallel(at));
    }

    /// <summary>
    /// The async function on whose time this one runs: itself, or one that calls it, perhaps by others. With it the call in it that leads
    /// here; <see langword="null"/> where it is itself.
    /// </summary>
    /// <returns><see langword="null"/> when no async code in the source comes here other than by a worker.</returns>
    public static (Function Async, IOperation? Call)? FindAsync(Function function, SourceProgram program)
    {
        HashSet<Function> seen = [];
        Queue<(Function Function, IOperation? Call)> open = new([(function, null)]);
        while (open.TryDequeue(out (Function Function, IOperation? Call) one))
        {
            if (!seen.Add(one.Function) || IsWorkersOwn(one.Function) || IsHandedToWorker(one.Function, program))
            {
                continue;
            }

            if (one.Function.IsAsync)
            {
                return one;
            }

            foreach ((Function caller, IOperation call) in program.CallersOf(one.Function))
            {
                open.Enqueue((caller, call));
            }
        }

        return null;
    }

    /// <summary>A method whose name alone is handed over: <c>Task.Run(Work)</c>.</summary>
    private static bool IsHandedToWorker(Function function, SourceProgram program) => !function.IsAsync && program.Operations
        .OfType<IMethodReferenceOperation>()
        .Where(reference => reference.Parent is IDelegateCreationOperation && program.Find(reference.Method) == function)
        .Any(reference =>
        {
            IOperation? at = reference.Parent;
            while (at is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
            {
                at = at.Parent;
            }

            return Calls.IsToWorker(at);
        });

    private static bool IsParallel(IOperation? operation) => Calls.Is(operation, "Parallel", "For", "ForEach", "ForEachAsync", "ForAsync", "Invoke");
}

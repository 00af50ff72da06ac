using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>Which coroutine methods have a <c>try</c>, or something that the compiler makes one of, such as <c>using</c>.</summary>
internal static class Handlers<TStateMachine>
    where TStateMachine : IAsyncStateMachine
{
    private static bool? s_any;

    /// <summary>Whether there is one; also where that can't be found out, or might change.</summary>
    public static bool IsIn(TStateMachine body) => s_any ??= Find(body);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A method that was trimmed away is not one that waits.")]
    private static bool Find(TStateMachine body)
    {
        if (!RuntimeFeature.IsDynamicCodeCompiled
            || MetadataUpdater.IsSupported
            || !IsMadeByCompiler(typeof(TStateMachine)))
        {
            return true;
        }

        IList<ExceptionHandlingClause>? clauses = ((Action)body.MoveNext).Method.GetMethodBody()?.ExceptionHandlingClauses;

        // The compiler itself puts the whole method into one, for the builder's SetException.
        return clauses is not [{ Flags: ExceptionHandlingClauseOptions.Clause } only] || only.CatchType != typeof(Exception);
    }

    /// <summary>What lies inside something that the compiler has made is not marked itself: a coroutine of a lambda, for one.</summary>
    private static bool IsMadeByCompiler(Type? type) => type is not null
        && (type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || IsMadeByCompiler(type.DeclaringType));
}

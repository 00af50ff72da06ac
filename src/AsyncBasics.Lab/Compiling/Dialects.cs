using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBasics.Lab;

/// <summary>Finds out in which kind of async code a program is written.</summary>
internal static class Dialects
{
    /// <summary>A program is one of coroutines if it speaks of the loop: of its façade, or of a coroutine.</summary>
    public static Dialect Of(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Any(SpeaksOfTheLoop) ? Dialect.Coroutines : Dialect.Tasks;

    private static bool SpeaksOfTheLoop(SyntaxTree tree) => tree.GetRoot().DescendantNodes().Any(node =>
        node is SimpleNameSyntax { Identifier.ValueText: "Asyncio" or "Coroutine" or "EventLoop" or "AsyncStream" } name
        && tree.FilePath != ProgramCompiler.ImplicitUsingsFile
        && name.Identifier.ValueText.Length > 0);
}

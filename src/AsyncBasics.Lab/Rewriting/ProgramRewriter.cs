using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBasics.Lab;

/// <summary>
/// Puts probes into a program, and stand-ins in the place of what tells or takes time. The program otherwise does what it did, and every
/// line keeps its number.
/// </summary>
internal static class ProgramRewriter
{
    /// <summary>How a rewritten program names the probes: short, and unlike anything a learner would write.</summary>
    public const string Probe = "__Probe";

    private const string Alias = $"global using {Probe} = global::AsyncBasics.Lab.Probe;";

    // Code that the runtime has optimized no longer knows from which line each of its calls comes; a failure would be told of the wrong one.
    private const string Unoptimized =
        "[assembly: System.Diagnostics.Debuggable((System.Diagnostics.DebuggableAttribute.DebuggingModes)0x103)]";

    private static readonly SyntaxTree s_own = ProgramCompiler.Parse(new SourceFile("Probes.g.cs", $"{Alias}\n{Unoptimized}"));
    private static readonly SyntaxTree s_ownBesideDebuggable = ProgramCompiler.Parse(new SourceFile("Probes.g.cs", Alias));

    /// <summary>Rewrites a program that compiles.</summary>
    public static RewrittenProgram Rewrite(CSharpCompilation original, Dialect dialect)
    {
        var sites = new SiteTable();
        var redirections = new RedirectionTable();
        HashSet<string> aliases = [.. original.SyntaxTrees.SelectMany(AliasesIn)];
        List<SyntaxTree> rewritten = [original.Assembly.GetAttributes().Any(IsDebuggable) ? s_ownBesideDebuggable : s_own];
        IMethodSymbol? entry = original.GetEntryPoint(CancellationToken.None);
        foreach (SyntaxTree tree in original.SyntaxTrees)
        {
            if (ProgramCompiler.IsAdded(tree))
            {
                rewritten.Add(tree);
                continue;
            }

            var edits = new SourceEdits();
            var walker = new ProbeWalker(original.GetSemanticModel(tree), aliases, redirections, sites, edits, entry, dialect);
            walker.Visit(tree.GetRoot());
            string text = edits.Apply(tree.GetText());
            rewritten.Add(ProgramCompiler.Parse(new SourceFile(tree.FilePath, text)));
        }

        MetadataReference[] others = [.. original.References.Except(ReferenceSet.Default.Program.References)];
        return new RewrittenProgram(ReferenceSet.Default.Rewritten.AddReferences(others).AddSyntaxTrees(rewritten), sites.Sites);
    }

    private static bool IsDebuggable(AttributeData attribute) => attribute.AttributeClass?.Name == nameof(DebuggableAttribute);

    private static IEnumerable<string> AliasesIn(SyntaxTree tree) => tree.GetRoot()
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<UsingDirectiveSyntax>()
        .Select(directive => directive.Alias?.Name.Identifier.ValueText)
        .OfType<string>();
}

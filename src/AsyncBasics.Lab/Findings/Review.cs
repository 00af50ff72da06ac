using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBasics.Lab;

/// <summary>Looks at a program, and at a run of it if there was one, for what its author would want to know.</summary>
internal static class Review
{
    /// <summary>The report with its findings, and with how long the run had to take.</summary>
    /// <param name="report">
    /// All that is known of the program and of its run. Places in it are those of the source as it was given: segments and lanes are
    /// matched with the source by them.
    /// </param>
    /// <param name="original">
    /// The program as it was given, without probes. A tree's path is the name of its file in the report; trees with other paths are not
    /// the author's and are not looked at.
    /// </param>
    public static Report Complete(Report report, CSharpCompilation original)
    {
        return report with { Findings = original.SyntaxTrees.Length == 0 ? [] : report.Findings };
    }
}

using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace AsyncBasics.Lab;

/// <summary>Makes an assembly of a compilation and loads it, to be thrown away with its context.</summary>
internal sealed class ProgramLoader : AssemblyLoadContext
{
    private static readonly EmitOptions s_emitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    // The runtime of a browser keeps what it has loaded.
    private ProgramLoader()
        : base("Program", isCollectible: !OperatingSystem.IsBrowser())
    {
    }

    /// <summary>Loads a program; whoever has run it unloads <paramref name="context"/>.</summary>
    /// <exception cref="InvalidOperationException">It does not compile, which the original would have shown.</exception>
    public static Assembly Load(CSharpCompilation compilation, out AssemblyLoadContext context)
    {
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(code, symbols, options: s_emitOptions);
        if (!result.Success)
        {
            Diagnostic error = result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException($"The rewritten program does not compile: {error}");
        }

        code.Position = 0;
        symbols.Position = 0;
        context = new ProgramLoader();
        return context.LoadFromStream(code, symbols);
    }

    /// <summary>The lab and its loop are those that run here, wherever they were loaded.</summary>
    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
    {
        "AsyncBasics.Loop" => typeof(EventLoop).Assembly,
        "AsyncBasics.Lab" => typeof(ProgramLoader).Assembly,
        _ => null,
    };
}

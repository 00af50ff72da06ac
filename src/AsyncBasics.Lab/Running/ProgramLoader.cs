using System.Collections.Immutable;
using System.Diagnostics;
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

    private readonly ProgramSymbols _symbols;

    // The runtime of a browser keeps what it has loaded.
    private ProgramLoader(ProgramSymbols symbols)
        : base("Program", isCollectible: !OperatingSystem.IsBrowser()) => _symbols = symbols;

    /// <summary>Loads a program, to be unloaded by whoever has run it.</summary>
    /// <param name="compilation">The rewritten program.</param>
    /// <param name="errors">What keeps it from being one; some errors show only when code is made.</param>
    /// <returns>The program; <see langword="null"/> when there are errors.</returns>
    public static Assembly? Load(CSharpCompilation compilation, out ImmutableArray<Diagnostic> errors)
    {
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(code, symbols, options: s_emitOptions);
        errors = result.Success ? [] : [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (!result.Success)
        {
            return null;
        }

        code.Position = 0;
        symbols.Position = 0;
        return new ProgramLoader(new ProgramSymbols(symbols.ToArray())).LoadFromStream(code, symbols);
    }

    /// <summary>The line of a frame on the stack, if it is a program's that was loaded here.</summary>
    public static SourcePlace? PlaceOf(StackFrame frame) =>
        frame.GetMethod() is { } method && GetLoadContext(method.Module.Assembly) is ProgramLoader loader
            ? loader._symbols.LineOf(method.MetadataToken, frame.GetILOffset())
            : null;

    /// <summary>Throws a program away.</summary>
    public static void Unload(Assembly program)
    {
        if (GetLoadContext(program) is { IsCollectible: true } context)
        {
            context.Unload();
        }
    }

    /// <summary>The lab and its loop are those that run here, wherever they were loaded.</summary>
    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
    {
        "AsyncBasics.Loop" => typeof(EventLoop).Assembly,
        "AsyncBasics.Lab" => typeof(ProgramLoader).Assembly,
        _ => null,
    };
}

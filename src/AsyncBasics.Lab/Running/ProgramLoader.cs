using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace AsyncBasics.Lab;

/// <summary>Loads a program, to be thrown away with its context.</summary>
internal sealed class ProgramLoader : AssemblyLoadContext
{
    private readonly ProgramSymbols _symbols;

    // The runtime of a browser keeps what it has loaded.
    private ProgramLoader(ProgramSymbols symbols)
        : base("Program", isCollectible: !OperatingSystem.IsBrowser()) => _symbols = symbols;

    /// <summary>Loads a program, to be unloaded by whoever has run it.</summary>
    public static Assembly Load(ProgramImage image)
    {
        using var code = new MemoryStream(image.Code);
        using var symbols = new MemoryStream(image.Symbols);
        return new ProgramLoader(new ProgramSymbols(image.Symbols)).LoadFromStream(code, symbols);
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

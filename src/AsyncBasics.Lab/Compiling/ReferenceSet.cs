using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBasics.Lab;

/// <summary>
/// The assemblies that a program is compiled against: the base class library that runs it, the loop, and what the lab's probes are in.
/// The list is the same everywhere, so that a program compiles in a browser as it does in a terminal. Only a program that names more, such as
/// processes, sockets or hashes, gets the rest of the library, where there is one.
/// </summary>
public sealed class ReferenceSet
{
    private static ReferenceSet? s_default;

    private readonly Lazy<ImmutableArray<MetadataReference>> _others;

    private ReferenceSet(ImmutableArray<MetadataReference> program, MetadataReference lab, Func<ImmutableArray<MetadataReference>> others)
    {
        _others = new Lazy<ImmutableArray<MetadataReference>>(others);
        Program = CSharpCompilation.Create("Program", references: program, options: ProgramCompiler.Options);
        Rewritten = Program.AddReferences(lab)
            .WithOptions(ProgramCompiler.Options.WithNullableContextOptions(NullableContextOptions.Annotations));
    }

    /// <summary>The names of the assemblies, without <c>.dll</c>: who brings them as bytes brings these.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "Microsoft.CSharp",
        "System.Private.CoreLib",
        "System.Private.Uri",
        "System.Runtime",
        "System.Runtime.Extensions",
        "System.Runtime.InteropServices",
        "System.Runtime.Numerics",
        "System.Collections",
        "System.Collections.Concurrent",
        "System.Collections.Immutable",
        "System.ComponentModel.Primitives",
        "System.ComponentModel.TypeConverter",
        "System.Console",
        "System.Linq",
        "System.Linq.AsyncEnumerable",
        "System.Linq.Expressions",
        "System.Linq.Parallel",
        "System.Linq.Queryable",
        "System.Memory",
        "System.Net.Http",
        "System.Net.Primitives",
        "System.ObjectModel",
        "System.Text.Encoding.Extensions",
        "System.Text.Json",
        "System.Text.RegularExpressions",
        "System.Threading",
        "System.Threading.Channels",
        "System.Threading.Tasks.Parallel",
        "System.Threading.Thread",
        "System.Threading.ThreadPool",
        LoopName,
        LabName,
    ];

    private const string LoopName = "AsyncBasics.Loop";
    private const string LabName = "AsyncBasics.Lab";

    /// <summary>The command's own: it stands beside the library where both are published together, and is no part of it.</summary>
    private const string CommandLineName = "System.CommandLine";

    /// <summary>Those of the running process. Where its assemblies are no files, they have to be given with <see cref="Use"/> first.</summary>
    /// <exception cref="InvalidOperationException">The process has no such files, and none were given.</exception>
    internal static ReferenceSet Default => s_default ??= FromFiles();

    /// <summary>An empty program that may name what a learner's may. Those that are made from it need not read the assemblies again.</summary>
    internal CSharpCompilation Program { get; }

    /// <summary>An empty program that may name the lab's probes, too.</summary>
    internal CSharpCompilation Rewritten { get; }

    /// <summary>A program that may name all of the base class library; <see langword="null"/> where there is no more of it than <see cref="Names"/>.</summary>
    internal CSharpCompilation? WithOthers(CSharpCompilation program) => _others.Value.Length == 0 ? null : program.AddReferences(_others.Value);

    /// <summary>Gives the assemblies as they stand in memory, as a browser has them.</summary>
    /// <param name="find">Gives the image of the assembly with a name out of <see cref="Names"/>; it stays where it is.</param>
    public static void Use(Func<string, (nint Address, int Length)> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        s_default = Make(name => Image(find(name)), others: () => []);

        static MetadataReference Image((nint Address, int Length) place) =>
            AssemblyMetadata.Create(ModuleMetadata.CreateFromImage(place.Address, place.Length)).GetReference();
    }

    private static ReferenceSet FromFiles()
    {
        string? paths = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string;
        Dictionary<string, string> byName = (paths ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return Make(
            name => byName.TryGetValue(name, out string? path)
                ? MetadataReference.CreateFromFile(path)
                : throw new InvalidOperationException($"The lab needs the assembly {name}, and this process has no such file."),
            others: () => [.. Others(byName)]);
    }

    /// <summary>The rest of the base class library: what stands beside its core.</summary>
    private static IEnumerable<MetadataReference> Others(Dictionary<string, string> byName)
    {
        string? library = Path.GetDirectoryName(byName["System.Private.CoreLib"]);
        return byName
            .Where(one => Path.GetDirectoryName(one.Value) == library && one.Key.StartsWith("System.", StringComparison.Ordinal))
            .Where(one => one.Key != CommandLineName && !Names.Contains(one.Key))
            .Select(one => MetadataReference.CreateFromFile(one.Value));
    }

    private static ReferenceSet Make(Func<string, MetadataReference> reference, Func<ImmutableArray<MetadataReference>> others) => new(
        [.. Names.Where(name => name != LabName).Select(reference)],
        reference(LabName),
        others);
}

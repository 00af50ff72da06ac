#:property InvariantGlobalization=true

// Puts the browser engine together: eng/web-engine.sh calls it.
//
//     dotnet run eng/web-engine.cs -- BUILT RUNTIME WEB OUTPUT [--brotli]
//
// BUILT is the folder of the built engine, RUNTIME that of the runtime for WebAssembly inside its package, WEB that of the engine's
// own files for the browser. Of the assemblies only those are taken that the engine or the programs in it can reach.

using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;

bool brotli = args.Contains("--brotli");
string[] folders = [.. args.Where(argument => argument != "--brotli")];
if (folders.Length != 4)
{
    Console.Error.WriteLine("Usage: web-engine.cs BUILT RUNTIME WEB OUTPUT [--brotli]");
    return 2;
}

(string built, string runtime, string web, string output) = (folders[0], folders[1], folders[2], folders[3]);
const string Engine = "AsyncBasics.Wasm";

// The runtime asks for these before it can load any other.
string[] core = ["System.Private.CoreLib", "System.Runtime.InteropServices.JavaScript"];

// The built lab says itself what it compiles programs against.
var references = (IReadOnlyList<string>)Assembly.LoadFrom(Path.GetFullPath($"{built}/AsyncBasics.Lab.dll"))
    .GetType("AsyncBasics.Lab.ReferenceSet", throwOnError: true)!.GetProperty("Names")!.GetValue(null)!;

// What references ask for, but nothing in a browser gets to: other code pages, mapped files, encrypted connections.
string[] notNeeded =
[
    "System.Diagnostics.TraceSource", "System.Formats.Asn1", "System.IO.MemoryMappedFiles", "System.Net.Security",
    "System.Text.Encoding.CodePages",
];

SortedDictionary<string, string> reached = new(StringComparer.Ordinal);
Queue<string> toVisit = new([Engine, .. core, .. references]);
while (toVisit.TryDequeue(out string? name))
{
    if (reached.ContainsKey(name) || notNeeded.Contains(name))
    {
        continue;
    }

    string[] places = [$"{built}/{name}.dll", $"{runtime}/native/{name}.dll", $"{runtime}/lib/net10.0/{name}.dll"];
    if (places.FirstOrDefault(File.Exists) is not { } file)
    {
        Console.Error.WriteLine($"{name}.dll is neither among what was built nor in the runtime's package.");
        return 1;
    }

    reached.Add(name, file);
    foreach (string reference in References(file))
    {
        toVisit.Enqueue(reference);
    }
}

if (Directory.Exists(output))
{
    Directory.Delete(output, recursive: true);
}

Directory.CreateDirectory(output);
string[] scripts = ["dotnet.js", "dotnet.runtime.js", "dotnet.native.js", "dotnet.native.wasm"];
foreach (string file in reached.Values.Concat(scripts.Select(script => $"{runtime}/native/{script}")).Concat(Directory.GetFiles(web)))
{
    File.Copy(file, Path.Combine(output, Path.GetFileName(file)));
}

var list = new JsonObject
{
    ["core"] = Names(core, ".dll"),
    ["assemblies"] = Names(reached.Keys.Except(core), ".dll"),
    ["references"] = Names(references, string.Empty),
};
File.WriteAllText(Path.Combine(output, "engine.json"), list.ToJsonString() + "\n");

FileInfo[] files = [.. new DirectoryInfo(output).GetFiles().OrderByDescending(file => file.Length)];
long packed = 0;
if (brotli)
{
    long[] sizes = new long[files.Length];
    Parallel.For(0, files.Length, i => sizes[i] = Packed(files[i]));
    packed = sizes.Sum();
    foreach ((FileInfo file, long size) in files.Zip(sizes).Take(15))
    {
        Console.WriteLine($"{Mebibytes(file.Length),10} {Mebibytes(size),10} brotli  {file.Name}");
    }
}

string packedText = brotli ? $", {Mebibytes(packed)} as brotli" : "";
Console.WriteLine($"{files.Length} files, {Mebibytes(files.Sum(file => file.Length))}{packedText}");
return 0;

static JsonNode Names(IEnumerable<string> names, string end) => new JsonArray([.. names.Select(name => (JsonNode)(name + end))]);

static string Mebibytes(long bytes) => $"{bytes / 1048576.0:0.00} MiB";

static string[] References(string file)
{
    using var image = new PEReader(File.OpenRead(file));
    MetadataReader metadata = image.GetMetadataReader();
    return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
}

static long Packed(FileInfo file)
{
    using var bytes = new MemoryStream();
    using (var packing = new BrotliStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
    using (FileStream content = file.OpenRead())
    {
        content.CopyTo(packing);
    }

    return bytes.Length;
}

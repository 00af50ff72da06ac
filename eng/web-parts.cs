#:property InvariantGlobalization=true

// Puts together what the browser engine starts from when it is recorded: eng/web-engine.sh calls it.
//
//     dotnet run eng/web-parts.cs -- BUILT RUNTIME SCRIPTS... OUTPUT
//
// BUILT is the folder of the built engine, RUNTIME that of the runtime for WebAssembly inside its package, SCRIPTS are those with the
// engine's own files for the browser. Of the assemblies only those are taken that the engine or the programs in it can reach.

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;

if (args is not [string built, string runtime, .. string[] scripts, string output])
{
    Console.Error.WriteLine("Usage: web-parts.cs BUILT RUNTIME SCRIPTS... OUTPUT");
    return 2;
}

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
string[] native = ["dotnet.js", "dotnet.runtime.js", "dotnet.native.js", "dotnet.native.wasm"];
foreach (string file in reached.Values.Concat(native.Select(name => $"{runtime}/native/{name}")).Concat(scripts.SelectMany(Directory.GetFiles)))
{
    File.Copy(file, Path.Combine(output, Path.GetFileName(file)));
}

var list = new JsonObject
{
    ["core"] = Names(core, ".dll"),
    ["assemblies"] = Names(reached.Keys.Except(core), ".dll"),
    ["references"] = Names(references, string.Empty),
};
File.WriteAllText(Path.Combine(output, "parts.json"), list.ToJsonString() + "\n");
return 0;

static JsonNode Names(IEnumerable<string> names, string end) => new JsonArray([.. names.Select(name => (JsonNode)(name + end))]);

static string[] References(string file)
{
    using var image = new PEReader(File.OpenRead(file));
    MetadataReader metadata = image.GetMetadataReader();
    return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
}

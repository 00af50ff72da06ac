// Runs inside the worker: boots the .NET runtime, hands it the assemblies to compile against, and answers calls.
import { dotnet } from './dotnet.js';

// Compiles and runs once what most programs have in them, so that the first real run finds the compiler warm.
const WARM_UP = `
using System.Diagnostics;
Stopwatch watch = Stopwatch.StartNew();
string[] results = await Task.WhenAll(Say("a", 1), Say("b", 2));
Console.WriteLine($"{string.Join(", ", results)} {watch.Elapsed.TotalSeconds:0.0}");
static async Task<string> Say(string name, int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return name;
}
`;

let shows = false;

async function download(name) {
    const response = await fetch(new URL(name, import.meta.url));
    if (!response.ok) {
        throw new Error(`${name} could not be loaded: ${response.status} ${response.statusText}.`);
    }
    return response.arrayBuffer();
}

async function boot() {
    const { core, assemblies, references } = JSON.parse(new TextDecoder().decode(await download('engine.json')));
    const contents = new Map(await Promise.all(
        [...core, ...assemblies].map(async name => [name, await download(name)])));
    const asset = name => ({ name, virtualPath: name, buffer: contents.get(name).slice(0) });
    const runtime = await dotnet.withConfig({
        mainAssemblyName: 'AsyncBasics.Wasm',
        globalizationMode: 'invariant',
        // Any other level switches off all that makes the interpreter fast.
        debugLevel: 0,
        resources: {
            jsModuleNative: [{ name: 'dotnet.native.js' }],
            jsModuleRuntime: [{ name: 'dotnet.runtime.js' }],
            wasmNative: [{ name: 'dotnet.native.wasm' }],
            coreAssembly: core.map(asset),
            assembly: assemblies.map(asset),
        },
    }).create();
    runtime.setModuleImports('worker', { showOutput: text => shows && postMessage({ kind: 'output', text }) });
    const { Engine } = (await runtime.getAssemblyExports('AsyncBasics.Wasm.dll')).AsyncBasics.Wasm;
    for (const name of references) {
        Engine.AddReference(name, new Uint8Array(contents.get(`${name}.dll`)));
    }
    await Engine.Open();
    return Engine;
}

function answer(engine, { call, name, files, options }) {
    try {
        const sources = JSON.stringify(files);
        shows = true;
        const report = name === 'check' ? engine.Check(sources) : engine.Run(sources, JSON.stringify(options));
        postMessage({ kind: 'answer', call, report });
    } catch (error) {
        postMessage({ kind: 'answer', call, error: String(error?.message ?? error) });
    } finally {
        shows = false;
    }
}

try {
    const engine = await boot();
    onmessage = ({ data }) => answer(engine, data);
    postMessage({ kind: 'ready' });
    // A call that comes at once is answered after this; it would have had to do the same work itself.
    engine.Run(JSON.stringify([{ name: 'Program.cs', text: WARM_UP }]), '{}');
} catch (error) {
    postMessage({ kind: 'broken', message: `The engine could not be started: ${error?.message ?? error}` });
}

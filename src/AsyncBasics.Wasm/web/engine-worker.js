// Runs inside the worker: boots the .NET runtime, hands it the assemblies to compile against, and answers calls.
import { dotnet } from './dotnet.js';

// What most programs have in them, a little and more of it: who comes after these finds the compiler warm.
const SMALL = `
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
const LARGER = `
var shop = new Shop(["tea", "coffee"]);
decimal[] prices = await Task.WhenAll(shop.Goods.Select(good => shop.PriceOf(good)));
Task<int> late = Task.Run(async () => { await Task.Delay(100); return prices.Length; });
foreach (string good in shop.Goods)
{
    await shop.Order(good, 2);
}
try
{
    using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
    await Task.Delay(2000, patience.Token);
}
catch (OperationCanceledException error)
{
    Console.WriteLine($"Nobody came: {error.Message} {await late}");
}
Thread.Sleep(10);
sealed class Shop(string[] goods)
{
    private readonly Dictionary<string, int> _orders = [];
    public IReadOnlyList<string> Goods { get; } = goods;
    public async Task<decimal> PriceOf(string good)
    {
        await Task.Delay(good.Length * 100);
        return good.Length > 3 ? good.Length * 1.5m : 1;
    }
    public async Task Order(string good, int count)
    {
        for (int i = 0; i < count; i++) await Task.Delay(500);
        _orders[good] = _orders.GetValueOrDefault(good) + count;
    }
}
`;

const source = text => JSON.stringify([{ name: 'Program.cs', text }]);

let shows = false;
let called = false;

async function download(name) {
    const response = await fetch(new URL(name, import.meta.url));
    if (!response.ok) {
        throw new Error(`${name} could not be loaded: ${response.status} ${response.statusText}.`);
    }
    return response.arrayBuffer();
}

async function boot() {
    const { core, assemblies, references } = JSON.parse(new TextDecoder().decode(await download('engine.json')));
    // Promises: the runtime itself is downloaded and compiled while the assemblies are on their way.
    const contents = new Map([...core, ...assemblies].map(name => [name, download(name)]));
    const asset = name => ({ name, virtualPath: name, buffer: contents.get(name) });
    // To translate hot loops into WebAssembly pays for programs that reckon for seconds; the compiler has no such loops.
    const runtime = await dotnet.withRuntimeOptions(['--no-jiterpreter-traces-enabled']).withConfig({
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
        Engine.AddReference(name, new Uint8Array(await contents.get(`${name}.dll`)));
    }
    await Engine.Open();
    Engine.Prepare(source(SMALL));
    return Engine;
}

function answer(engine, { call, name, files, options }) {
    called = true;
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
    if (name === 'check') {
        // After the answer, and after a call that waits already: who checks is about to run, and finds the program compiled.
        setTimeout(() => makeReady(engine));
    }
}

function makeReady(engine) {
    try {
        engine.MakeReady();
    } catch {
        // Nobody has asked yet; whoever runs the program is told.
    }
}

try {
    const engine = await boot();
    onmessage = ({ data }) => answer(engine, data);
    postMessage({ kind: 'ready' });
    // In pieces, so that a call that comes meanwhile need not wait for the rest; it warms up what it needs by itself.
    for (const text of [SMALL, LARGER]) {
        await new Promise(resolve => setTimeout(resolve));
        if (called) {
            break;
        }
        engine.Run(source(text), '{}');
    }
} catch (error) {
    postMessage({ kind: 'broken', message: `The engine could not be started: ${error?.message ?? error}` });
}

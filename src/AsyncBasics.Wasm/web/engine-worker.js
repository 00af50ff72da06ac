// Runs inside the worker: brings the engine back as it was recorded, and answers calls.
import { goingOnWith, recordedMemory } from './memory.js';
import { startRuntime } from './runtime.js';

// After so many milliseconds in which nobody has called, the browser may be shown what is worth being translated well.
const PAUSE = 500;

let called = false;

async function boot() {
    const memory = recordedMemory();
    const runtime = await startRuntime({ coreAssembly: [], assembly: [] }, async exports => goingOnWith(await memory, exports));
    // The one of where it was recorded came back, too.
    runtime.setEnvironmentVariable('TZ', Intl.DateTimeFormat().resolvedOptions().timeZone);
    runtime.setModuleImports('worker', { showOutput: text => postMessage({ kind: 'output', text }) });
    return (await runtime.getAssemblyExports('AsyncBasics.Wasm.dll')).AsyncBasics.Wasm.Engine;
}

function answer(engine, { call, name, files, options }) {
    called = true;
    try {
        const sources = JSON.stringify(files);
        const report = name === 'check' ? engine.Check(sources) : engine.Run(sources, JSON.stringify(options));
        postMessage({ kind: 'answer', call, report });
    } catch (error) {
        postMessage({ kind: 'answer', call, error: String(error?.message ?? error) });
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
    setTimeout(() => called || engine.WarmUp(), PAUSE);
} catch (error) {
    postMessage({ kind: 'broken', message: `The engine could not be started: ${error?.message ?? error}` });
}

// Runs once, when the engine is built: starts the runtime from its assemblies, lets it compile and run a few programs, and hands over
// what its memory holds then. It must not have met anything of this script's by that time, as nothing of a script comes back.
import { download, startRuntime } from './runtime.js';

/** Until what the runtime has put off has been done. */
const PAUSE = 500;

async function record() {
    const { core, assemblies, references } = await (await download('parts.json')).json();
    const places = new Map();
    const runtime = await startRuntime({ coreAssembly: core.map(part), assembly: assemblies.map(part) }, exports => ({
        mono_wasm_add_assembly(name, address, length) {
            places.set(textAt(exports, name), [address, length]);
            return exports.mono_wasm_add_assembly(name, address, length);
        },
    }));
    await runtime.runMain('AsyncBasics.Wasm', references.map(name => [name, ...places.get(`${name}.dll`)].join(' ')));
    await new Promise(resolve => setTimeout(resolve, PAUSE));
    return runtime.Module.HEAPU8.slice(0, runtime.Module.wasmExports.sbrk(0));
}

const part = name => ({ name, virtualPath: name, buffer: download(name).then(response => response.arrayBuffer()) });

function textAt(exports, address) {
    const bytes = new Uint8Array(exports.memory.buffer);
    return new TextDecoder().decode(bytes.slice(address, bytes.indexOf(0, address)));
}

try {
    await fetch('memory', { method: 'POST', body: await record() });
} catch (error) {
    await fetch('failed', { method: 'POST', body: String(error?.stack ?? error) });
}

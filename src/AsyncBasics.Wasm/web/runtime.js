// Starts the .NET runtime, in the same way where its memory is recorded and where that comes back.
import { dotnet } from './dotnet.js';

const OPTIONS = [
    // To translate hot loops into WebAssembly pays for programs that reckon for seconds; the compiler has no such loops.
    '--no-jiterpreter-traces-enabled',
    // What else is translated while a program runs is outside the memory, which would come back with pointers to it.
    '--no-jiterpreter-interp-entry-enabled',
    '--no-jiterpreter-jit-call-enabled',
];

/**
 * @param {{coreAssembly: object[], assembly: object[]}} assemblies What it reads before it starts.
 * @param {(exports: object) => object | Promise<object>} stand Gets what the compiled runtime exports; gives what is to stand in for some of it.
 */
export function startRuntime(assemblies, stand) {
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (module, imports) => {
        WebAssembly.instantiate = instantiate;
        const { exports } = await instantiate(module, imports);
        return { exports: { ...exports, ...await stand(exports) } };
    };
    return dotnet.withRuntimeOptions(OPTIONS).withConfig({
        mainAssemblyName: 'AsyncBasics.Wasm',
        globalizationMode: 'invariant',
        // Any other level switches off all that makes the interpreter fast.
        debugLevel: 0,
        resources: {
            jsModuleNative: [{ name: 'dotnet.native.js' }],
            jsModuleRuntime: [{ name: 'dotnet.runtime.js' }],
            wasmNative: [{ name: 'dotnet.native.wasm' }],
            ...assemblies,
        },
    }).create();
}

/** A file beside this one. */
export async function download(name) {
    const response = await fetch(new URL(name, import.meta.url));
    if (!response.ok) {
        throw new Error(`${name} could not be loaded: ${response.status} ${response.statusText}.`);
    }
    return response;
}

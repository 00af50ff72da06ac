// Brings the memory of a runtime back that had started and run programs when it was recorded (see ../recording/recorder.js).
import { download } from './runtime.js';

/** The recorded memory, from its first byte on. */
export async function recordedMemory() {
    const packed = await download('memory.bin');
    return new Uint8Array(await new Response(packed.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}

/** What stands in for the exports of a runtime that is to go on where the recorded one stood, instead of starting. */
export function goingOnWith(memory, exports) {
    // The runtime is handed a few texts before it starts, and they are freed afterwards. The memory that comes back knows nothing of them.
    const gone = new Set();
    let isBack = false;
    return {
        malloc(size) {
            const address = exports.malloc(size);
            if (!isBack) {
                gone.add(address);
            }
            return address;
        },
        free(address) {
            if (!gone.delete(address)) {
                exports.free(address);
            }
        },
        mono_wasm_load_runtime() {
            // The runtime's own way to let it grow: its scripts have to hear of it.
            exports.sbrk(memory.length - exports.sbrk(0));
            const heap = new Uint8Array(exports.memory.buffer);
            heap.set(memory);
            heap.fill(0, memory.length);
            isBack = true;
        },
    };
}

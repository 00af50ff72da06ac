// The lab in a browser: compiles and runs C# programs in a worker of its own, and gives reports.
//
//     const engine = new Engine();
//     await engine.start();
//     const report = JSON.parse(await engine.run([{ name: 'Program.cs', text: source }], { seed: 1 }));

/** What a call is rejected with that was cancelled. */
export class Cancelled extends Error {
    constructor() {
        super('The run was cancelled.');
        this.name = 'Cancelled';
    }
}

export class Engine {
    #worker = null;
    #ready = null;
    #calls = new Map();
    #nextCall = 0;

    /** Called with what a program writes while it runs. */
    onOutput = () => {};

    /** Boots the runtime, if that has not been done; the rest waits for it by itself. Resolves to how long it took, in seconds. */
    start() {
        this.#ready ??= new Promise((resolve, reject) => {
            const began = performance.now();
            const worker = new Worker(new URL('./engine-worker.js', import.meta.url), { type: 'module', name: 'async-basics' });
            worker.onmessage = ({ data }) => {
                if (worker !== this.#worker) {
                    return;
                }
                switch (data.kind) {
                    case 'ready': resolve((performance.now() - began) / 1000); break;
                    case 'output': this.onOutput(data.text); break;
                    case 'broken': this.#end(new Error(data.message), reject); break;
                    default: this.#settle(data);
                }
            };
            worker.onerror = event => this.#end(new Error(event.message ?? 'The worker could not be started.'), reject);
            this.#worker = worker;
        });
        return this.#ready;
    }

    /** Compiles a program and looks at it without running it. Resolves to the report, as JSON text. */
    check(files) {
        return this.#call('check', files, {});
    }

    /** Compiles and runs a program. Every option has a default. Resolves to the report, as JSON text. */
    run(files, options = {}) {
        return this.#call('run', files, options);
    }

    /** Ends what is going on, whatever it is: the worker with it. A new one is started at once. */
    cancel() {
        this.#end(new Cancelled());
        return this.start();
    }

    /** Ends the worker for good. */
    stop() {
        this.#end(new Cancelled());
    }

    async #call(name, files, options) {
        await this.start();
        return new Promise((resolve, reject) => {
            const call = this.#nextCall++;
            this.#calls.set(call, { resolve, reject });
            this.#worker.postMessage({ call, name, files, options });
        });
    }

    #settle({ call, report, error }) {
        const waiting = this.#calls.get(call);
        this.#calls.delete(call);
        if (error === undefined) {
            waiting.resolve(report);
        } else {
            waiting.reject(new Error(error));
        }
    }

    #end(error, rejectStart) {
        this.#worker?.terminate();
        this.#worker = null;
        this.#ready = null;
        rejectStart?.(error);
        const waiting = [...this.#calls.values()];
        this.#calls.clear();
        for (const { reject } of waiting) {
            reject(error);
        }
    }
}

using Microsoft.Playwright;

namespace AsyncBasics.Wasm.Tests;

/// <summary>A page with a started engine in it.</summary>
internal sealed class EnginePage : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly IPage _page;

    private EnginePage(IPage page, double bootSeconds)
    {
        _page = page;
        BootSeconds = bootSeconds;
    }

    /// <summary>How long the engine took from its start, downloads and all, until it could be called.</summary>
    public double BootSeconds { get; }

    public static async Task<EnginePage> Start(Browser browser, string? timeZone = null)
    {
        IPage page = await browser.OpenPage(timeZone);
        return new EnginePage(page, await page.EvaluateAsync<double>("() => engine.start()").WaitAsync(s_patience));
    }

    /// <returns>The report as JSON.</returns>
    public Task<string> Run(SourceFile[] files, object? options = null) =>
        Evaluate<string>("([files, options]) => engine.run(files, options)", Arguments(files, options));

    public Task<string> Check(SourceFile[] files) => Evaluate<string>("([files]) => engine.check(files)", Arguments(files, null));

    /// <summary>Runs a program and cancels it while it runs.</summary>
    /// <returns>The name of the error that the run was rejected with.</returns>
    public Task<string> CancelWhileRunning(SourceFile[] files) => Evaluate<string>(
        """
        async ([files, options]) => {
            // The engine warms up after its start; what is cancelled here is to be the program, after its first word.
            const started = new Promise(resolve => { engine.onOutput = resolve; });
            const run = engine.run(files, options).then(() => 'no error', error => error.name);
            await Promise.race([started, run]);
            await engine.cancel();
            return await run;
        }
        """,
        Arguments(files, new { limits = new { wallTime = 600, steps = 1e15 } }));

    /// <returns>What the program wrote, in the pieces in which the page was told of it, and the report.</returns>
    public Task<string[]> RunAndListen(SourceFile[] files) => Evaluate<string[]>(
        """
        async ([files]) => {
            const told = [];
            engine.onOutput = text => told.push(text);
            await engine.run(files);
            return told;
        }
        """,
        Arguments(files, null));

    public async ValueTask DisposeAsync() => await _page.Context.CloseAsync();

    // A script that never ends would hang the tests otherwise.
    private Task<T> Evaluate<T>(string script, object argument) => _page.EvaluateAsync<T>(script, argument).WaitAsync(s_patience);

    private static object[] Arguments(SourceFile[] files, object? options) =>
        [files.Select(file => new { name = file.Name, text = file.Text }).ToArray(), options ?? new { }];
}

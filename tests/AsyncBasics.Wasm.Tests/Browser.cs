using Microsoft.Playwright;

namespace AsyncBasics.Wasm.Tests;

/// <summary>A headless Chromium, and the built engine served to it; one for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string s_engine = Repository.PathOf("artifacts/web-engine");

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private StaticServer? _server;
    private Task<EnginePage>? _sharedPage;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            throw new InvalidOperationException($"There is no {Chromium}: ./test.sh installs it, and so does apt-get install chromium.");
        }

        if (!File.Exists(Path.Combine(s_engine, "memory.bin")))
        {
            throw new InvalidOperationException($"There is no browser engine in {s_engine}: build it with eng/web-engine.sh.");
        }

        _server = new StaticServer(s_engine);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Headless = true,
            // Root may not use the sandbox, and containers have little shared memory.
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        });
    }

    /// <summary>A page with a started engine, for all tests that leave it as it is.</summary>
    internal Task<EnginePage> SharedPage() => _sharedPage ??= EnginePage.Start(this);

    /// <summary>Loads a bare page, and in it the engine, not yet started, as <c>engine</c>.</summary>
    /// <param name="timeZone">Where the browser is to be; where the machine is by default.</param>
    internal async Task<IPage> OpenPage(string? timeZone)
    {
        // A context of its own: nothing is in the cache.
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions { TimezoneId = timeZone });
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        await page.GotoAsync($"{_server!.Address}bare.html");
        await page.EvaluateAsync("async () => { window.engine = new (await import('./engine.js')).Engine(); }");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        _server?.Dispose();
    }
}

using System.Net;
using System.Net.Sockets;

namespace AsyncBasics.Wasm.Tests;

/// <summary>Serves the files of a folder on this machine, and one bare page, as any file host would.</summary>
internal sealed class StaticServer : IDisposable
{
    private const string BarePage = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Bare</title></html>";

    private static readonly Dictionary<string, string> s_types = new()
    {
        [".html"] = "text/html",
        [".js"] = "text/javascript",
        [".json"] = "application/json",
        [".wasm"] = "application/wasm",
    };

    private readonly string _folder;
    private readonly HttpListener _listener = new();

    public StaticServer(string folder)
    {
        _folder = folder;
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Serve();
    }

    /// <summary>Where it is to be found, with a slash at the end.</summary>
    public string Address { get; }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                _ = Answer(await _listener.GetContextAsync());
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The tests are over.
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        using HttpListenerResponse response = context.Response;
        string name = context.Request.Url!.AbsolutePath.TrimStart('/');
        byte[]? content = name == "bare.html" ? System.Text.Encoding.UTF8.GetBytes(BarePage) : Read(name);
        response.StatusCode = content is null ? 404 : 200;
        response.ContentType = s_types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
        if (content is not null)
        {
            response.ContentLength64 = content.Length;
            await response.OutputStream.WriteAsync(content);
        }
    }

    // The folder is flat: a name with a way in it is none of ours.
    private byte[]? Read(string name) =>
        name == Path.GetFileName(name) && File.Exists(Path.Combine(_folder, name)) ? File.ReadAllBytes(Path.Combine(_folder, name)) : null;
}

#:property InvariantGlobalization=true

// Records the browser engine and puts it together: eng/web-engine.sh calls it.
//
//     dotnet run eng/web-engine.cs -- PARTS OUTPUT [--brotli]
//
// PARTS is the folder that eng/web-parts.cs made. The engine in it is started in Chromium, and what its memory holds once it has compiled and
// run a few programs is packed into a file: who uses the engine goes on from there. The rest of OUTPUT are the scripts and the runtime.

using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;

const string Chromium = "/usr/bin/chromium";
TimeSpan patience = TimeSpan.FromMinutes(5);

bool brotli = args.Contains("--brotli");
if (args.Where(argument => argument != "--brotli").ToArray() is not [string parts, string output])
{
    Console.Error.WriteLine("Usage: web-engine.cs PARTS OUTPUT [--brotli]");
    return 2;
}

if (!File.Exists(Chromium))
{
    Console.Error.WriteLine($"There is no {Chromium} to record the engine in: ./test.sh installs it, and so does apt-get install chromium.");
    return 1;
}

byte[] memory;
try
{
    memory = await Record();
}
catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
{
    Console.Error.WriteLine($"The engine could not be recorded: {failure.Message}");
    return 1;
}

if (Directory.Exists(output))
{
    Directory.Delete(output, recursive: true);
}

Directory.CreateDirectory(output);
foreach (string file in Directory.GetFiles(parts))
{
    if (Path.GetExtension(file) is ".js" or ".wasm" && Path.GetFileName(file) != "recorder.js")
    {
        File.Copy(file, Path.Combine(output, Path.GetFileName(file)));
    }
}

// Packed here, as few hosts pack a file of this kind, and under a name that says nothing of it: some would have it unpacked on the way.
using (var packed = new GZipStream(File.Create(Path.Combine(output, "memory.bin")), CompressionLevel.SmallestSize))
{
    packed.Write(memory);
}

FileInfo[] files = [.. new DirectoryInfo(output).GetFiles().OrderByDescending(file => file.Length)];
long[] sizes = [.. files.Select(file => brotli ? Packed(file) : 0)];
foreach ((FileInfo file, long size) in files.Zip(sizes))
{
    Console.WriteLine(Line(file.Length, size, file.Name));
}

Console.WriteLine(Line(files.Sum(file => file.Length), sizes.Sum(), $"{files.Length} files; memory.bin unpacked: {Mebibytes(memory.Length)}"));
return 0;

string Line(long size, long packed, string text) => $"{Mebibytes(size),10} {(brotli ? $"{Mebibytes(packed),10} brotli" : "")}  {text}";

static string Mebibytes(long bytes) => $"{bytes / 1048576.0:0.00} MiB";

static long Packed(FileInfo file)
{
    using var bytes = new MemoryStream();
    using (var packing = new BrotliStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
    using (FileStream content = file.OpenRead())
    {
        content.CopyTo(packing);
    }

    return bytes.Length;
}

async Task<byte[]> Record()
{
    using var listener = new HttpListener();
    string address = $"http://127.0.0.1:{FreePort()}/";
    listener.Prefixes.Add(address);
    listener.Start();
    DirectoryInfo profile = Directory.CreateTempSubdirectory("async-basics-recording");
    using Process browser = Process.Start(new ProcessStartInfo(Chromium)
    {
        // Root may not use the sandbox, and containers have little shared memory.
        ArgumentList =
        {
            "--headless", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", $"--user-data-dir={profile.FullName}",
            $"{address}recorder.html",
        },
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    })!;
    browser.ErrorDataReceived += (_, _) => { };
    browser.BeginErrorReadLine();
    try
    {
        return await Serve(listener).WaitAsync(patience);
    }
    finally
    {
        browser.Kill(entireProcessTree: true);
        await browser.WaitForExitAsync();
        profile.Delete(recursive: true);
    }
}

// Until the page sends what it was asked for.
async Task<byte[]> Serve(HttpListener listener)
{
    while (true)
    {
        HttpListenerContext context = await listener.GetContextAsync();
        using HttpListenerResponse response = context.Response;
        string name = Path.GetFileName(context.Request.Url!.AbsolutePath);
        if (context.Request.HttpMethod == "POST")
        {
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            return name == "memory" ? body.ToArray() : throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(body.ToArray()));
        }

        string file = Path.Combine(parts, name);
        if (!File.Exists(file))
        {
            response.StatusCode = 404;
            continue;
        }

        response.ContentType = Path.GetExtension(file) switch
        {
            ".html" => "text/html",
            ".js" => "text/javascript",
            ".json" => "application/json",
            ".wasm" => "application/wasm",
            _ => "application/octet-stream",
        };
        await response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(file));
    }
}

static int FreePort()
{
    using var probe = new TcpListener(IPAddress.Loopback, 0);
    probe.Start();
    return ((IPEndPoint)probe.LocalEndpoint).Port;
}

using System.Text.RegularExpressions;

namespace AsyncBasics.Lab;

/// <summary>Files and sockets, which the stage knows nothing of.</summary>
internal static partial class OutsideWork
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a program in which nothing moves any more may wait for them: no time when it names nothing of that kind. A browser has neither.
    /// </summary>
    public static TimeSpan PatienceFor(IReadOnlyList<SourceFile> files) =>
        !OperatingSystem.IsBrowser() && files.Any(file => Name().IsMatch(file.Text)) ? s_patience : TimeSpan.Zero;

    /// <summary>A name too many does little harm: it costs time only where the program is in a deadlock.</summary>
    [GeneratedRegex(@"\b(File|FileInfo|FileStream|FileSystemWatcher|Stream|StreamReader|StreamWriter|HttpClient|Socket|TcpClient|TcpListener|UdpClient|Dns|Ping|Process|NamedPipe\w+)\b")]
    private static partial Regex Name();
}

using System.Collections.Concurrent;

namespace AsyncBasics.Cli;

/// <summary>
/// Tells when one of some files has been saved. Folders are watched and not the files, since many editors write a new file and put it in
/// the old one's place.
/// </summary>
internal sealed class FileChanges : IDisposable
{
    // An editor does several things to a file when it saves; what comes within this time belongs together.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(0.03);

    private readonly HashSet<string> _paths;
    private readonly string[] _folders;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly BlockingCollection<string> _changes = [];

    /// <param name="paths">The files.</param>
    /// <param name="folders">Folders in which any source file counts, also one that is new.</param>
    public FileChanges(IEnumerable<string> paths, IEnumerable<string> folders)
    {
        _paths = [.. paths.Select(Path.GetFullPath)];
        _folders = [.. folders.Select(Path.GetFullPath)];
        foreach (string folder in _folders)
        {
            Watch(folder, recursive: true);
        }

        foreach (string folder in _paths.Select(path => Path.GetDirectoryName(path)!).Distinct().Where(folder => !IsInFolders(folder)))
        {
            Watch(folder, recursive: false);
        }
    }

    /// <summary>Waits until something has changed and has come to rest.</summary>
    /// <returns>Whether something has; otherwise the token ended the waiting.</returns>
    public bool Wait(CancellationToken ended)
    {
        try
        {
            _changes.Take(ended);
            while (_changes.TryTake(out _, (int)s_pause.TotalMilliseconds, ended))
            {
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _watchers)
        {
            watcher.Dispose();
        }

        _changes.Dispose();
    }

    private void Watch(string folder, bool recursive)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = recursive };
        watcher.Changed += (_, change) => OnChange(change.FullPath);
        watcher.Created += (_, change) => OnChange(change.FullPath);
        watcher.Deleted += (_, change) => OnChange(change.FullPath);
        watcher.Renamed += (_, change) => OnChange(change.FullPath);
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }

    private void OnChange(string path)
    {
        if (_paths.Contains(path) || (Path.GetExtension(path) == ".cs" && IsInFolders(path)))
        {
            _changes.TryAdd(path);
        }
    }

    private bool IsInFolders(string path) =>
        _folders.Any(folder => path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
}

namespace AsyncBasics.Cli.Tests;

/// <summary>A folder of files that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("async-basics-").FullName;

    public static TemporaryFolder With(params (string Name, string Text)[] files)
    {
        var folder = new TemporaryFolder();
        foreach ((string name, string text) in files)
        {
            folder.Write(name, text);
        }

        return folder;
    }

    /// <returns>The path of a file in it, which need not be there.</returns>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <returns>The path of the file.</returns>
    public string Write(string name, string text)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

using AsyncBasics.Lab;

namespace AsyncBasics.Corpus;

/// <summary>A program of the corpus: a file, or a folder with a <c>Program.cs</c>.</summary>
/// <param name="Name">Its path below the corpus, without the extension.</param>
/// <param name="Files">Its files, the one with the header first.</param>
internal sealed record CorpusProgram(string Name, IReadOnlyList<SourceFile> Files)
{
    /// <summary>Where the corpus is.</summary>
    public static string Folder => Path.Combine(Root(), "tests", "corpus");

    /// <summary>All programs, in the order of their names.</summary>
    public static IEnumerable<CorpusProgram> All()
    {
        HashSet<string> folders = [.. Directory.EnumerateFiles(Folder, "Program.cs", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!)];
        IEnumerable<string> single = Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !folders.Contains(Path.GetDirectoryName(file)!));
        return single.Select(ReadFile).Concat(folders.Select(ReadFolder)).OrderBy(program => program.Name, StringComparer.Ordinal);
    }

    /// <summary>What its header says.</summary>
    public Expectation Expectation() => Corpus.Expectation.Read(Files[0].Text);

    private static CorpusProgram ReadFile(string file) =>
        new(NameOf(Path.ChangeExtension(file, null)), [new SourceFile(Path.GetFileName(file), File.ReadAllText(file))]);

    private static CorpusProgram ReadFolder(string folder) => new(
        NameOf(folder),
        [
            .. Directory.EnumerateFiles(folder, "*.cs")
                .OrderBy(file => Path.GetFileName(file) != "Program.cs")
                .ThenBy(file => file, StringComparer.Ordinal)
                .Select(file => new SourceFile(Path.GetFileName(file), File.ReadAllText(file))),
        ]);

    private static string NameOf(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AsyncBasics.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No repository was found above {AppContext.BaseDirectory}.");
    }
}

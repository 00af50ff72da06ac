using System.Text;
using System.Text.RegularExpressions;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>Finds and reads the source files of a program.</summary>
internal static partial class ProgramFiles
{
    /// <summary>The word that stands for standard input.</summary>
    public const string StandardInput = "-";

    private const string StandardInputName = "stdin.cs";
    private const long Largest = 10 << 20;

    private static readonly string[] s_foldersOfBuilds = ["bin", "obj", "artifacts", "node_modules"];

    /// <summary>The paths of all files that were named, each once, the one with the entry point first.</summary>
    /// <param name="sources">Files, folders and projects as they were typed.</param>
    /// <exception cref="UsageException">One of them is not there, or is no program.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> sources) =>
        [.. sources.SelectMany(FindOne).DistinctBy(path => path == StandardInput ? path : Path.GetFullPath(path))];

    /// <summary>Reads files that <see cref="Find"/> has found.</summary>
    /// <exception cref="UsageException">One of them cannot be read.</exception>
    public static IReadOnlyList<SourceFile> Read(IReadOnlyList<string> paths)
    {
        SourceFile[] files = [.. paths.Select(ReadOne)];
        return Array.Exists(files, file => !string.IsNullOrWhiteSpace(file.Text))
            ? files
            : throw new UsageException($"{Quoting.Shown(files[0].Name)} is empty.");
    }

    /// <summary>What a program is to read from its standard input.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static string ReadInput(string path, IReadOnlyList<string> sources)
    {
        if (path != StandardInput)
        {
            return ReadText(path);
        }

        return sources.Contains(StandardInput)
            ? throw new UsageException("Standard input cannot be both the program and its input: put one of them into a file.")
            : Console.In.ReadToEnd();
    }

    private static IEnumerable<string> FindOne(string source)
    {
        if (source == StandardInput)
        {
            return [source];
        }

        if (Directory.Exists(source))
        {
            return InFolder(source, source);
        }

        if (!File.Exists(source))
        {
            throw new UsageException($"{Quoting.ShownBare(source)}: there is no such file.{Suggestion(source)}");
        }

        return Path.GetExtension(source) switch
        {
            ".cs" => [source],
            ".csproj" => InFolder(Path.GetDirectoryName(source) is { Length: > 0 } folder ? folder : ".", source),
            _ => throw new UsageException($"{Quoting.Shown(source)} is no C# program: its name does not end in .cs."),
        };
    }

    private static string Suggestion(string source)
    {
        string folder = Path.GetDirectoryName(source) is { Length: > 0 } given ? given : ".";
        return Directory.Exists(folder)
            && DidYouMean.Nearest(Path.GetFileName(source), Directory.EnumerateFiles(folder, "*.cs").Select(path => Path.GetFileName(path))) is { } near
            ? $" Did you mean {Quoting.Shown(Path.Combine(Path.GetDirectoryName(source) ?? string.Empty, near))}?"
            : string.Empty;
    }

    private static IEnumerable<string> InFolder(string folder, string typed)
    {
        string[] paths =
        [
            .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[..^1].Any(IsOfBuilds))
                .Order(StringComparer.Ordinal)
                .Select(path => folder == "." ? Path.GetRelativePath(folder, path) : path),
        ];
        return paths.Length == 0
            ? throw new UsageException($"{Quoting.Shown(typed)}: there is no .cs file in it.")
            : paths.OrderBy(path => Path.GetFileName(path) == "Program.cs" ? 0 : MayHoldEntryPoint(path) ? 1 : 2);
    }

    private static bool IsOfBuilds(string folder) => folder.StartsWith('.') || s_foldersOfBuilds.Contains(folder);

    private static bool MayHoldEntryPoint(string path)
    {
        try
        {
            return !IsWithoutLength(path) && new FileInfo(path).Length <= Largest && EntryPoint().IsMatch(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A link to nowhere, for example: when its turn comes to be read, that is told.
            return false;
        }
    }

    [GeneratedRegex(@"\bstatic\b[^;{}]*\bMain\s*\(")]
    private static partial Regex EntryPoint();

    private static SourceFile ReadOne(string path) => path == StandardInput
        ? new SourceFile(StandardInputName, Console.In.ReadToEnd())
        : new SourceFile(path.Replace(Path.DirectorySeparatorChar, '/'), ReadSource(path));

    private static string ReadSource(string path)
    {
        if (IsWithoutLength(path))
        {
            return IsPipe(path)
                ? throw new UsageException($"{Quoting.Shown(path)} is a pipe and no file: for a program that comes through a pipe, write {StandardInput} in its place.")
                : string.Empty;
        }

        string text = ReadText(path);
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new UsageException($"{Quoting.Shown(path)} is no source file: it holds binary data.")
            : text;
    }

    /// <summary>
    /// Whether there is nothing to read, or no end of it: to read from a pipe would wait for its writer, and some devices never end.
    /// </summary>
    private static bool IsWithoutLength(string path)
    {
        try
        {
            return File.Exists(path)
                && (File.ResolveLinkTarget(Path.GetFullPath(path), returnFinalTarget: true) ?? new FileInfo(path)) is FileInfo { Exists: true, Length: 0 };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Links in a circle, for example: that nothing can be read there is told by who reads it.
            return false;
        }
    }

    private static bool IsPipe(string path)
    {
        try
        {
            // Opened for writing, too, a pipe has its writer, and nobody waits.
            using FileStream stream = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return !stream.CanSeek;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>As UTF-8, or as its mark says; what is no UTF-8 is an old file with a byte for each letter, as the compiler takes it.</summary>
    private static string Decode(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        using StreamReader reader = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > Largest }
                ? throw new UsageException($"{Quoting.Shown(path)} is larger than {Largest >> 20} MiB, which no source file is.")
                : Decode(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string shown = Quoting.Shown(path);
            throw new UsageException(Directory.Exists(path) ? $"{shown} is a folder, and a file is needed."
                : File.Exists(path) ? $"{shown} cannot be read: {exception.Message}"
                : $"{shown}: there is no such file.");
        }
    }
}

using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>The files that a report is written to, each in a form of its own.</summary>
internal sealed record ReportFiles
{
    public string? Svg { get; init; }

    public string? Html { get; init; }

    public string? Json { get; init; }

    public string? Perfetto { get; init; }

    /// <summary>Whether one of them holds the report of a single run, and could not hold two.</summary>
    public bool AnyOfOneRun => Json is not null || Perfetto is not null;

    private IEnumerable<(string Option, string? Path, Func<Report, string> Render)> All =>
    [
        ("--svg", Svg, SvgReport.Render),
        ("--html", Html, HtmlReport.Render),
        ("--json", Json, report => ReportJson.Write(report) + "\n"),
        ("--perfetto", Perfetto, PerfettoTrace.Write),
    ];

    /// <summary>Looks, before anything runs, whether the files can be there.</summary>
    /// <exception cref="UsageException">One of them cannot.</exception>
    public void Check()
    {
        foreach ((string option, string? path, _) in All)
        {
            if (path is null)
            {
                continue;
            }

            string shown = Quoting.Shown(path);
            if (Path.GetExtension(path) is ".cs" or ".csproj")
            {
                throw new UsageException($"{option} {shown} would overwrite a program: the file to write comes behind {option}.");
            }

            if (path.Length == 0 || Directory.Exists(path))
            {
                throw new UsageException($"{option} {shown}: that is a folder, and a file is needed.");
            }

            if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
            {
                throw new UsageException($"{option} {shown}: there is no folder {Quoting.Shown(folder)}.");
            }
        }
    }

    /// <summary>Writes them all.</summary>
    /// <exception cref="FileLostException">One of them cannot be written.</exception>
    public void Write(Report report)
    {
        foreach ((string option, string? path, Func<Report, string> render) in All)
        {
            Write(option, path, () => render(report));
        }
    }

    /// <summary>Writes those that can hold two runs.</summary>
    /// <exception cref="FileLostException">One of them cannot be written.</exception>
    public void Write(ReportComparison comparison)
    {
        Write("--svg", Svg, () => SvgComparison.Render(comparison));
        Write("--html", Html, () => HtmlComparison.Render(comparison));
    }

    private static void Write(string option, string? path, Func<string> render)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            File.WriteAllText(path, render());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FileLostException($"{option} {Quoting.Shown(path)} cannot be written: {exception.Message}");
        }
    }
}

/// <summary>A report could not be written to its file.</summary>
/// <param name="sentence">Which, and why.</param>
internal sealed class FileLostException(string sentence) : Exception(sentence);

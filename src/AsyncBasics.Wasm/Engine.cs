using System.Runtime.InteropServices.JavaScript;
using AsyncBasics.Lab;

namespace AsyncBasics.Wasm;

/// <summary>The lab as the worker in a browser calls it: text in, text out.</summary>
internal static partial class Engine
{
    private static PreparedProgram? s_last;

    /// <summary>Compiles a program and looks at it without running it.</summary>
    /// <param name="files">Its source files as JSON, the one with the entry point first.</param>
    /// <returns>The report as JSON.</returns>
    [JSExport]
    internal static string Check(string files) => Report(() => Prepared(files).Check());

    /// <summary>Gets the program that was looked at last ready to be run: who checks while the learner types has it compiled when it is to run.</summary>
    [JSExport]
    internal static void MakeReady() => s_last?.MakeReady();

    /// <summary>Compiles a program, runs it, and looks at it and at what it did.</summary>
    /// <param name="files">Its source files as JSON, the one with the entry point first.</param>
    /// <param name="options">Run options as JSON; what is left out has its default.</param>
    /// <returns>The report as JSON.</returns>
    [JSExport]
    internal static string Run(string files, string options) => Run(files, options, ShowOutput);

    /// <summary>The same, where what the program writes need not go to the page.</summary>
    internal static string Run(string files, string options, Action<string> show) => Report(() => Prepared(files).Run(
        RunRequest.OptionsFromJson(options) with { OnOutput = show, OnErrorOutput = show }));

    /// <summary>Compiles and runs a small program once more, so that the browser sees early which code is worth its best translation.</summary>
    [JSExport]
    internal static void WarmUp() => Wasm.WarmUp.Small();

    /// <summary>The last program if it is still the same, to the letter, and a new one otherwise.</summary>
    private static PreparedProgram Prepared(string files)
    {
        IReadOnlyList<SourceFile> sources = RunRequest.FilesFromJson(files);
        if (s_last is null || !s_last.Files.SequenceEqual(sources))
        {
            // What is not kept can go before the next one needs its memory.
            s_last = null;
            s_last = Laboratory.Prepare(sources);
        }

        return s_last;
    }

    private static string Report(Func<Report> work)
    {
        try
        {
            return ReportJson.Write(work());
        }
        catch (Exception exception)
        {
            // Only the message gets through to the page, and what is behind an exception is often what matters.
            throw new InvalidOperationException(exception.ToString());
        }
    }

    /// <summary>Tells the page what the program writes, while it runs.</summary>
    [JSImport("showOutput", "worker")]
    private static partial void ShowOutput(string text);
}

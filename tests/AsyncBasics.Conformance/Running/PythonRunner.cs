using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Running;

/// <summary>
/// Runs programs on CPython's asyncio: one process for all of them, a line to it for each program and a line back.
/// </summary>
internal sealed class PythonRunner : IProgramRunner
{
    private readonly Process _process;

    private PythonRunner(Process process, string name)
    {
        _process = process;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Starts the interpreter.</summary>
    /// <param name="command">The Python to run; 3.11 or later.</param>
    /// <exception cref="PythonUnavailableException">There is no such Python, or it is too old.</exception>
    internal static PythonRunner Start(string command = "python3")
    {
        string script = Path.Combine(AppContext.BaseDirectory, "python", "interpreter.py");
        // -B: compiled modules beside the sources would be files that nobody asked for.
        ProcessStartInfo start = new(command, ["-B", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };

        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception error)
        {
            throw new PythonUnavailableException($"{command} cannot be started: {error.Message}.", error);
        }

        // The interpreter's first line is its name and version.
        return process?.StandardOutput.ReadLine() is { } name
            ? new PythonRunner(process, name)
            : throw new PythonUnavailableException($"{command}: {process?.StandardError.ReadToEnd().Trim()}");
    }

    /// <inheritdoc/>
    public ProgramLog Run(AsyncProgram program)
    {
        _process.StandardInput.WriteLine(ProgramJson.Write(program));
        _process.StandardInput.Flush();
        string line = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"{Name} ended: {_process.StandardError.ReadToEnd()}");
        var log = ProgramLog.Read(line);
        // The interpreter marks what should not be able to happen: that would be no reference for anything.
        return log.Entries.FirstOrDefault(entry => entry.What.Contains("fault:", StringComparison.Ordinal)) is { What: not null } fault
            ? throw new InvalidOperationException($"The interpreter failed: {fault}")
            : log;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}

/// <summary>There is no Python that could serve as the reference.</summary>
internal sealed class PythonUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

using System.Globalization;
using System.Text;

namespace AsyncBasics.Lab;

/// <summary>A writer of the captured console. Nothing in it waits, and no text goes by way of the pool.</summary>
internal sealed class CaptureWriter : TextWriter
{
    private readonly ConsoleCapture _console;
    private readonly bool _isError;

    public CaptureWriter(ConsoleCapture console, bool isError)
        : base(CultureInfo.InvariantCulture)
    {
        _console = console;
        _isError = isError;
        // The same on every system.
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Put(value.ToString());

    public override void Write(string? value) => Put(value);

    public override void Write(char[] buffer, int index, int count) => Put(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Put(buffer.ToString());

    public override void WriteLine() => Put("\n");

    public override void WriteLine(string? value) => Put($"{value}\n");

    public override void WriteLine(ReadOnlySpan<char> buffer) => Put($"{buffer}\n");

    public override Task WriteAsync(char value) => Done(() => Write(value));

    public override Task WriteAsync(string? value) => Done(() => Write(value));

    public override Task WriteAsync(char[] buffer, int index, int count) => Done(() => Write(buffer, index, count));

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) => cancellationToken.IsCancellationRequested
        ? Task.FromCanceled(cancellationToken)
        : Done(() => Write(buffer.Span));

    public override Task WriteLineAsync() => Done(WriteLine);

    public override Task WriteLineAsync(char value) => Done(() => WriteLine(value.ToString()));

    public override Task WriteLineAsync(string? value) => Done(() => WriteLine(value));

    public override Task WriteLineAsync(char[] buffer, int index, int count) => Done(() => WriteLine(new string(buffer, index, count)));

    public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) => cancellationToken.IsCancellationRequested
        ? Task.FromCanceled(cancellationToken)
        : Done(() => WriteLine(buffer.Span));

    public override Task FlushAsync() => Task.CompletedTask;

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Task Done(Action write)
    {
        write();
        return Task.CompletedTask;
    }

    private void Put(string? text) => _console.Write(text ?? string.Empty, _isError);
}

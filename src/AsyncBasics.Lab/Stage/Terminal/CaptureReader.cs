namespace AsyncBasics.Lab;

/// <summary>Reads the input that the run was given, and says when it is asked for more.</summary>
internal sealed class CaptureReader(string input, Action atEnd) : TextReader
{
    private readonly StringReader _input = new(input);

    public override int Peek() => _input.Peek();

    public override int Read()
    {
        int character = _input.Read();
        if (character < 0)
        {
            atEnd();
        }

        return character;
    }

    public override string? ReadLine()
    {
        string? line = _input.ReadLine();
        if (line is null)
        {
            atEnd();
        }

        return line;
    }

    public override string ReadToEnd() => _input.ReadToEnd();

    public override int Read(char[] buffer, int index, int count) => _input.Read(buffer, index, count);

    public override Task<string?> ReadLineAsync() => Task.FromResult(ReadLine());

    public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => cancellationToken.IsCancellationRequested
        ? ValueTask.FromCanceled<string?>(cancellationToken)
        : new ValueTask<string?>(ReadLine());

    public override Task<string> ReadToEndAsync() => Task.FromResult(ReadToEnd());

    public override Task<string> ReadToEndAsync(CancellationToken cancellationToken) => cancellationToken.IsCancellationRequested
        ? Task.FromCanceled<string>(cancellationToken)
        : ReadToEndAsync();

    public override Task<int> ReadAsync(char[] buffer, int index, int count) => Task.FromResult(Read(buffer, index, count));
}

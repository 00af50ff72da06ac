using System.Text;

namespace AsyncBasics.Cli;

/// <summary>
/// Writes what goes through the pipe between the command and its host: values one after the other, without names, since both ends are the
/// same program. For one report, to get the code ready that writes or reads JSON takes many times as long as the writing or reading.
/// </summary>
internal sealed class TransferWriter(Stream stream) : BinaryWriter(stream, Encoding.UTF8)
{
    /// <summary>What some writing gives.</summary>
    public static byte[] BytesOf<T>(T value, Action<TransferWriter, T> write)
    {
        using var bytes = new MemoryStream();
        using var writer = new TransferWriter(bytes);
        write(writer, value);
        return bytes.ToArray();
    }

    public void Write(TimeSpan time) => Write(time.Ticks);

    public void WriteOptional(string? text)
    {
        if (WriteIsThere(text is not null))
        {
            Write(text!);
        }
    }

    public void WriteOptional(int? number)
    {
        if (WriteIsThere(number is not null))
        {
            Write(number!.Value);
        }
    }

    public void WriteOptional(double? number)
    {
        if (WriteIsThere(number is not null))
        {
            Write(number!.Value);
        }
    }

    public void WriteOptional(TimeSpan? time)
    {
        if (WriteIsThere(time is not null))
        {
            Write(time!.Value);
        }
    }

    public void WriteOptional<T>(T? value, Action<TransferWriter, T> write)
        where T : class
    {
        if (WriteIsThere(value is not null))
        {
            write(this, value!);
        }
    }

    public void WriteList(IReadOnlyList<string> texts) => WriteList(texts, static (writer, text) => writer.Write(text));

    public void WriteList(IReadOnlyList<int> numbers) => WriteList(numbers, static (writer, number) => writer.Write(number));

    public void WriteList<T>(IReadOnlyList<T> list, Action<TransferWriter, T> write)
    {
        Write(list.Count);
        foreach (T item in list)
        {
            write(this, item);
        }
    }

    private bool WriteIsThere(bool isThere)
    {
        Write(isThere);
        return isThere;
    }
}

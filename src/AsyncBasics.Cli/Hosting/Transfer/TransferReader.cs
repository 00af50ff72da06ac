using System.Text;

namespace AsyncBasics.Cli;

/// <summary>Reads what a <see cref="TransferWriter"/> has written.</summary>
internal sealed class TransferReader(byte[] bytes) : BinaryReader(new MemoryStream(bytes), Encoding.UTF8)
{
    public TimeSpan ReadTime() => new(ReadInt64());

    public string? ReadOptionalString() => ReadBoolean() ? ReadString() : null;

    public int? ReadOptionalInt32() => ReadBoolean() ? ReadInt32() : null;

    public double? ReadOptionalDouble() => ReadBoolean() ? ReadDouble() : null;

    public TimeSpan? ReadOptionalTime() => ReadBoolean() ? ReadTime() : null;

    public T? ReadOptional<T>(Func<TransferReader, T> read)
        where T : class => ReadBoolean() ? read(this) : null;

    public string[] ReadStrings() => ReadList(static reader => reader.ReadString());

    public int[] ReadNumbers() => ReadList(static reader => reader.ReadInt32());

    public T[] ReadList<T>(Func<TransferReader, T> read)
    {
        var list = new T[ReadInt32()];
        for (int index = 0; index < list.Length; index++)
        {
            list[index] = read(this);
        }

        return list;
    }
}

using System.Buffers.Binary;

namespace AsyncBasics.Cli;

/// <summary>Messages over a pipe: a byte for the kind, four for the length, then what is said.</summary>
internal static class MessageStream
{
    private const int HeaderLength = 5;

    /// <remarks>In one piece, so that whoever writes beside it gets its message in before or after.</remarks>
    public static void Write(Stream stream, MessageKind kind, ReadOnlySpan<byte> content = default)
    {
        byte[] message = new byte[HeaderLength + content.Length];
        message[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(1), message.Length - HeaderLength);
        content.CopyTo(message.AsSpan(HeaderLength));
        lock (stream)
        {
            stream.Write(message);
            stream.Flush();
        }
    }

    /// <returns>The next message; <see langword="null"/> at the end of the stream, also when it ends inside a message.</returns>
    public static Message? Read(Stream stream)
    {
        byte[] header = new byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            return null;
        }

        byte[] content = new byte[BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(1))];
        return stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) < content.Length
            ? null
            : new Message((MessageKind)header[0], content);
    }
}

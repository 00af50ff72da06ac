using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncBasics.Lab;

/// <summary>Knows which line of the source each instruction of a program comes from.</summary>
/// <param name="symbols">The program's symbols, as the compiler wrote them.</param>
internal sealed class ProgramSymbols(byte[] symbols)
{
    /// <summary>The line of an instruction; <see langword="null"/> when it comes from none.</summary>
    /// <param name="method">The metadata token of the method that it is in.</param>
    /// <param name="offset">Its place in the method.</param>
    public SourcePlace? LineOf(int method, int offset)
    {
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbImage([.. symbols]);
        MetadataReader reader = provider.GetMetadataReader();
        SourcePlace? place = null;
        foreach (SequencePoint point in reader.GetMethodDebugInformation((MethodDefinitionHandle)MetadataTokens.EntityHandle(method)).GetSequencePoints())
        {
            if (point.Offset > offset)
            {
                break;
            }

            if (!point.IsHidden)
            {
                string file = reader.GetString(reader.GetDocument(point.Document).Name);
                place = new SourcePlace(file, point.StartLine, 1, point.StartLine, 1);
            }
        }

        return place;
    }
}

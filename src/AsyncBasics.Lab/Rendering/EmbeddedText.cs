namespace AsyncBasics.Lab;

/// <summary>Text files that the assembly carries inside.</summary>
internal static class EmbeddedText
{
    /// <summary>Reads one.</summary>
    /// <param name="name">Its name in the project: that of the file, after the name of its folder where it has one there.</param>
    public static string Read(string name) => TryRead(name) ?? throw new InvalidOperationException($"The assembly does not carry '{name}'.");

    /// <summary>Reads one, or gives <see langword="null"/> where it is not there.</summary>
    public static string? TryRead(string name)
    {
        using Stream? stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

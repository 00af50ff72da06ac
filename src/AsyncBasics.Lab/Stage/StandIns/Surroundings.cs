using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for members of <see cref="Environment"/>, and for chance.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Surroundings
{
    private const int Processors = 4;

    public static int ProcessorCount() => Processors;

    public static int CurrentManagedThreadId() => Thread.CurrentThread.ManagedThreadId;

    [DoesNotReturn]
    public static void Exit(int exitCode) => Stage.Current.EndHere(new ProgramExitedException(exitCode));

    [DoesNotReturn]
    public static void FailFast(string? message) => FailFast(message, null);

    [DoesNotReturn]
    public static void FailFast(string? message, Exception? exception) =>
        Stage.Current.EndHere(new ProcessTerminatedException(message, exception));

    public static Random NewRandom() => new(Stage.Current.Random.Next());

    public static Random NewRandom(int seed) => new(seed);

    public static Random SharedRandom() => Stage.Current.Random;

    public static Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        Stage.Current.Random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }
}

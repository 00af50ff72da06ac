using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for everything that tells the time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Clocks
{
    public static TimeProvider SystemTimeProvider() => Stage.Current.TimeProvider;

    public static DateTime Now() => Stage.Current.TimeProvider.GetLocalNow().DateTime.AsLocal();

    public static DateTime UtcNow() => Stage.Current.TimeProvider.GetUtcNow().UtcDateTime;

    public static DateTime Today() => Now().Date;

    public static DateTimeOffset OffsetNow() => Stage.Current.TimeProvider.GetLocalNow();

    public static DateTimeOffset OffsetUtcNow() => Stage.Current.TimeProvider.GetUtcNow();

    /// <remarks>The system's counts from its start; this one begins with the run.</remarks>
    public static int TickCount() => unchecked((int)TickCount64());

    /// <inheritdoc cref="TickCount"/>
    public static long TickCount64() => Stage.Current.TimeProvider.GetTimestamp() / TimeSpan.TicksPerMillisecond;

    private static DateTime AsLocal(this DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Local);
}

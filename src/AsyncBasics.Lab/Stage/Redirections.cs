using AsyncBasics.Lab.StandIns;
using Console = AsyncBasics.Lab.StandIns.Console;
using Stopwatch = AsyncBasics.Lab.StandIns.Stopwatch;

namespace AsyncBasics.Lab;

/// <summary>Everything that a rewritten program calls in place of what it says. <c>docs/what-the-lab-redirects.md</c> tells it in words.</summary>
public static class Redirections
{
    /// <summary>The whole list.</summary>
    public static IReadOnlyList<Redirection> All { get; } =
    [
        .. Time(),
        .. Surroundings(),
    ];

    private static IEnumerable<Redirection> Time() =>
    [
        Member("System.Threading.Tasks.Task.Delay", typeof(Tasks)),
        Member("System.Threading.Tasks.Task.Yield", typeof(Tasks)),
        Member("System.Threading.Thread.Sleep", typeof(Threads)),
        Member("System.Threading.Thread.Yield", typeof(Threads)),
        Member("System.Threading.Thread.SpinWait", typeof(Threads)),
        Type("System.Diagnostics.Stopwatch", typeof(Stopwatch)),
        Property("System.DateTime.Now", typeof(Clocks), nameof(Clocks.Now)),
        Property("System.DateTime.UtcNow", typeof(Clocks), nameof(Clocks.UtcNow)),
        Property("System.DateTime.Today", typeof(Clocks), nameof(Clocks.Today)),
        Property("System.DateTimeOffset.Now", typeof(Clocks), nameof(Clocks.OffsetNow)),
        Property("System.DateTimeOffset.UtcNow", typeof(Clocks), nameof(Clocks.OffsetUtcNow)),
        Property("System.Environment.TickCount", typeof(Clocks), nameof(Clocks.TickCount)),
        Property("System.Environment.TickCount64", typeof(Clocks), nameof(Clocks.TickCount64)),
        Property("System.TimeProvider.System", typeof(Clocks), nameof(Clocks.SystemTimeProvider)),
    ];

    private static IEnumerable<Redirection> Surroundings() =>
    [
        Type("System.Console", typeof(Console)),
    ];

    private static Redirection Member(string original, Type standIn, string? member = null) =>
        new($"M:{original}", standIn, member ?? original[(original.LastIndexOf('.') + 1)..]);

    private static Redirection Property(string original, Type standIn, string? member = null) =>
        new($"P:{original}", standIn, member ?? original[(original.LastIndexOf('.') + 1)..]);

    private static Redirection Type(string original, Type standIn) => new($"T:{original}", standIn, null);
}

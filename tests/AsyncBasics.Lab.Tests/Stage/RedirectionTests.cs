using System.Reflection;
using System.Text.RegularExpressions;

namespace AsyncBasics.Lab.Tests.StandIns;

public sealed partial class RedirectionTests
{
    private static string Root { get; } = typeof(RedirectionTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot")
        .Value!;

    [Fact]
    public void Page_NamesWhatIsRedirected_AndNothingElse()
    {
        string page = File.ReadAllText(Path.Combine(Root, "docs", "what-the-lab-redirects.md"));

        IEnumerable<string> named = Row().Matches(page).Select(match => match.Groups[1].Value);

        Assert.Equal(Redirections.All.Select(redirection => redirection.Original).Order(), named.Order());
    }

    [Fact]
    public void StandIns_HaveTheMembersThatTheListNames() => Assert.All(Redirections.All, redirection =>
    {
        Assert.True(redirection.StandIn.IsPublic, redirection.StandIn.FullName);
        if (redirection.Member is { } member)
        {
            Assert.Contains(redirection.StandIn.GetMember(member, BindingFlags.Static | BindingFlags.Public), found => found is MethodInfo);
        }
    });

    /// <summary>What people write against the original has to compile against the type that stands in for it.</summary>
    [Theory]
    [InlineData(typeof(System.Diagnostics.Stopwatch))]
    [InlineData(typeof(System.Threading.SemaphoreSlim), "AvailableWaitHandle")]
    [InlineData(typeof(System.Threading.PeriodicTimer))]
    [InlineData(typeof(System.Threading.Lock))]
    [InlineData(typeof(System.Threading.ManualResetEventSlim))]
    [InlineData(typeof(System.Threading.CountdownEvent), "WaitHandle")]
    [InlineData(typeof(System.Threading.Barrier))]
    [InlineData(typeof(System.Threading.Timer), "ActiveCount", "GetLifetimeService", "InitializeLifetimeService")]
    [InlineData(typeof(System.Threading.SpinWait))]
    [InlineData(typeof(System.Threading.Tasks.Parallel))]
    [InlineData(typeof(System.Threading.Tasks.ParallelLoopState))]
    [InlineData(typeof(System.Threading.Tasks.ParallelLoopResult))]
    [InlineData(typeof(System.Threading.ReaderWriterLockSlim), "RecursiveReadCount", "RecursiveUpgradeCount", "RecursiveWriteCount", "WaitingReadCount", "WaitingUpgradeCount", "WaitingWriteCount")]
    [InlineData(typeof(System.Collections.Concurrent.BlockingCollection<>), "AddToAny", "TryAddToAny", "TakeFromAny", "TryTakeFromAny")]
    [InlineData(typeof(System.Console), "MoveBufferArea")]
    [InlineData(typeof(System.Timers.Timer))]
    public void StandIn_HasThePublicMembersOfItsOriginal(Type original, params string[] missing)
    {
        Type standIn = Redirections.All.Single(redirection => redirection.Original == $"T:{original.FullName}").StandIn;

        IEnumerable<string> lacking = NamesOf(original).Except(NamesOf(standIn));

        Assert.Equal(missing.Order(), lacking.Order());
    }

    private static IEnumerable<string> NamesOf(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy)
        .Where(member => member is MethodInfo { IsSpecialName: false } or PropertyInfo or EventInfo or FieldInfo)
        .Select(member => member.Name)
        .Distinct();

    [GeneratedRegex(@"^\| `{1,2}([MPCT]:[^`]+(?:`1[^`]*)?)`{1,2} \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

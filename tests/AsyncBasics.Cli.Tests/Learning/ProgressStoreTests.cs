using AsyncBasics.Course;
using Microsoft.Data.Sqlite;

namespace AsyncBasics.Cli.Tests;

public sealed class ProgressStoreTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Add_OfEvents_GivesThemBackAfterReopening()
    {
        LearningEvent[] events =
        [
            Event(1) with { IsRight = true, Number = 3, Text = "ü \"quoted\"\n", Detail = "d" },
            Event(2) with { IsRight = false },
            Event(3),
        ];
        using (ProgressStore store = Open())
        {
            Assert.Equal(3, store.Add(events));
        }

        using ProgressStore reopened = Open();
        Assert.Equal(events, reopened.ReadAll());
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Add_OfTheSameEventTwice_KeepsTheFirst()
    {
        using ProgressStore store = Open();
        LearningEvent first = Event(1) with { Text = "first" };
        store.Add(first);

        Assert.Equal(0, store.Add(first with { Text = "second" }));
        Assert.Equal("first", Assert.Single(store.ReadAll()).Text);
    }

    [Fact]
    public void Add_FromTwoTerminalsAtATime_LosesNothing()
    {
        const int Terminals = 4, Each = 50;
        Thread[] threads = [.. Enumerable.Range(0, Terminals).Select(terminal => new Thread(() =>
        {
            using ProgressStore store = Open();
            for (int i = 0; i < Each; i++)
            {
                store.Add(Event(i));
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        using ProgressStore reopened = Open();
        Assert.Equal(Terminals * Each, reopened.ReadAll().Count);
        Assert.Empty(_warnings);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    [InlineData(9000)]
    public void Open_OfADamagedFile_SetsItAside_AndSaysSo(int intact)
    {
        using (ProgressStore store = Open())
        {
            store.Add(Enumerable.Range(0, 500).Select(Event));
        }

        string path = _folder.File("progress.db");
        byte[] bytes = File.ReadAllBytes(path);
        Array.Fill(bytes, (byte)0x5A, intact, bytes.Length - intact);
        File.WriteAllBytes(path, bytes);

        using ProgressStore begun = Open();

        Assert.Empty(begun.ReadAll());
        string aside = _folder.File("progress.damaged-1.db");
        Assert.Equal([$"The file with your progress was damaged: it was set aside as {aside}, and a new one was begun."], _warnings);
        Assert.Equal(bytes, File.ReadAllBytes(aside));
    }

    [Fact]
    public void Open_OfASecondDamagedFile_KeepsTheFirst()
    {
        for (int i = 0; i < 2; i++)
        {
            File.WriteAllText(_folder.File("progress.db"), $"no database {i}, and long enough that nobody takes it for an empty one");
            Open().Dispose();
        }

        Assert.StartsWith("no database 0", File.ReadAllText(_folder.File("progress.damaged-1.db")), StringComparison.Ordinal);
        Assert.StartsWith("no database 1", File.ReadAllText(_folder.File("progress.damaged-2.db")), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_OfAnOlderFile_KeepsWhatIsInIt()
    {
        LearningEvent kept = Event(1);
        using (ProgressStore store = Open())
        {
            store.Add(kept);
        }

        Execute("DROP INDEX events_by_lesson; PRAGMA user_version = 1;");

        using ProgressStore migrated = Open();
        Assert.Equal([kept], migrated.ReadAll());
        Assert.Equal((long)ProgressSchema.Version, Execute("PRAGMA user_version;"));
        Assert.Equal(1L, Execute("SELECT count(*) FROM sqlite_master WHERE name = 'events_by_lesson';"));
    }

    [Fact]
    public void Open_OfAFileOfANewerVersion_LeavesItAlone_AndSaysWhatToDo()
    {
        Open().Dispose();
        Execute("PRAGMA user_version = 99;");

        string message = Assert.Throws<UsageException>(Open).Message;
        Assert.Contains("was written by a newer version of async-basics: update this one", message, StringComparison.Ordinal);
        Assert.Equal(99L, Execute("PRAGMA user_version;"));
    }

    private ProgressStore Open() => ProgressStore.Open(_folder.Path, _warnings.Add);

    private object? Execute(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("progress.db")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand in this file.
        command.CommandText = statement;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private static LearningEvent Event(int minute) => new()
    {
        Id = Guid.NewGuid(),
        At = new DateTimeOffset(2026, 1, 10, 12, 0, 0, TimeSpan.Zero).AddMinutes(minute),
        Kind = LearningEventKind.CardRated,
        Lesson = "01-async-basics",
        Item = $"card {minute}",
    };
}

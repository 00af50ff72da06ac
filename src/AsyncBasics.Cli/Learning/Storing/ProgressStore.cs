using System.Globalization;
using AsyncBasics.Course;
using Microsoft.Data.Sqlite;

namespace AsyncBasics.Cli;

/// <summary>
/// A learner's events in a file. Each is written at once and whole, and none is ever changed, so that a process may die at any moment and
/// two terminals may write at the same time.
/// </summary>
internal sealed class ProgressStore : IDisposable
{
    private const string FileName = "progress.db";
    private const int BusySeconds = 20;

    private readonly SqliteConnection _connection;

    private ProgressStore(SqliteConnection connection, string path)
    {
        _connection = connection;
        FilePath = path;
    }

    /// <summary>Where the file is.</summary>
    public string FilePath { get; }

    /// <summary>Opens the file, or begins a new one; a damaged one is set aside, and never deleted.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="warn">Is told in a sentence when a file was set aside.</param>
    /// <exception cref="UsageException">The file cannot be used.</exception>
    public static ProgressStore Open(string folder, Action<string> warn)
    {
        string path = Path.Combine(folder, FileName);
        try
        {
            return OpenFile(path);
        }
        catch (SqliteException damaged) when (IsDamage(damaged))
        {
            string aside = DamagedFile.SetAside(path);
            warn($"The file with your progress was damaged: it was set aside as {aside}, and a new one was begun.");
        }
        catch (SqliteException wrong)
        {
            throw Unusable(path, wrong);
        }

        try
        {
            return OpenFile(path);
        }
        catch (SqliteException wrong)
        {
            throw Unusable(path, wrong);
        }
    }

    /// <summary>Adds events; those that are there already stay as they are.</summary>
    /// <returns>How many were new.</returns>
    public int Add(params IEnumerable<LearningEvent> events)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        using SqliteCommand command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            INSERT OR IGNORE INTO events (id, at, kind, lesson, item, is_right, number, text, detail)
            VALUES ($id, $at, $kind, $lesson, $item, $right, $number, $text, $detail);
            """;
        int added = 0;
        foreach (LearningEvent happened in events)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$id", happened.Id.ToString("D"));
            command.Parameters.AddWithValue("$at", happened.At.ToString("O", CultureInfo.InvariantCulture));
            command.Parameters.AddWithValue("$kind", happened.Kind.ToString());
            command.Parameters.AddWithValue("$lesson", happened.Lesson);
            command.Parameters.AddWithValue("$item", happened.Item);
            command.Parameters.AddWithValue("$right", (object?)happened.IsRight ?? DBNull.Value);
            command.Parameters.AddWithValue("$number", (object?)happened.Number ?? DBNull.Value);
            command.Parameters.AddWithValue("$text", (object?)happened.Text ?? DBNull.Value);
            command.Parameters.AddWithValue("$detail", (object?)happened.Detail ?? DBNull.Value);
            added += command.ExecuteNonQuery();
        }

        transaction.Commit();
        return added;
    }

    /// <summary>All events, the oldest first.</summary>
    public IReadOnlyList<LearningEvent> ReadAll()
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = "SELECT id, at, kind, lesson, item, is_right, number, text, detail FROM events;";
        using SqliteDataReader reader = command.ExecuteReader();
        List<LearningEvent> events = [];
        while (reader.Read())
        {
            events.Add(Read(reader));
        }

        return [.. events.OrderBy(happened => happened.At).ThenBy(happened => happened.Id)];
    }

    public void Dispose() => _connection.Dispose();

    private static ProgressStore OpenFile(string path)
    {
        // Without the pool a closed file is closed, and can be renamed.
        var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = BusySeconds };
        var connection = new SqliteConnection(text.ConnectionString);
        try
        {
            connection.Open();
            // Beside a write-ahead log readers and a writer do not wait for each other; full, so that what was answered for is on the disk.
            Execute(connection, $"PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            DamagedFile.Check(connection);
            if (!ProgressSchema.Migrate(connection))
            {
                throw new UsageException(
                    $"The progress in {path} was written by a newer version of async-basics: update this one, or choose another folder with --data DIR.");
            }

            return new ProgressStore(connection, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is DamagedFile.Corrupt or DamagedFile.NoDatabase;

    private static UsageException Unusable(string path, SqliteException exception) => new(
        $"The file {path} with your progress cannot be used ({exception.Message.TrimEnd('.')}): choose another folder with --data DIR.");

    private static LearningEvent Read(SqliteDataReader reader) => new()
    {
        Id = Guid.Parse(reader.GetString(0)),
        At = DateTimeOffset.ParseExact(reader.GetString(1), "O", CultureInfo.InvariantCulture),
        Kind = Enum.Parse<LearningEventKind>(reader.GetString(2)),
        Lesson = reader.GetString(3),
        Item = reader.GetString(4),
        IsRight = reader.IsDBNull(5) ? null : reader.GetBoolean(5),
        Number = reader.IsDBNull(6) ? null : reader.GetInt32(6),
        Text = reader.IsDBNull(7) ? null : reader.GetString(7),
        Detail = reader.IsDBNull(8) ? null : reader.GetString(8),
    };

    private static void Execute(SqliteConnection connection, string statement)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Nothing in it comes from a user.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}

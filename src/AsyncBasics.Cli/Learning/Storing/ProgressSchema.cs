using Microsoft.Data.Sqlite;

namespace AsyncBasics.Cli;

/// <summary>The shape of the file that keeps the progress, and how older shapes become this one.</summary>
internal static class ProgressSchema
{
    /// <summary>Each makes one version into the next; the first begins with an empty file. Never change one: add another.</summary>
    private static readonly string[] s_migrations =
    [
        """
        CREATE TABLE events (
            id TEXT NOT NULL PRIMARY KEY,
            at TEXT NOT NULL,
            kind TEXT NOT NULL,
            lesson TEXT NOT NULL,
            item TEXT NOT NULL,
            is_right INTEGER,
            number INTEGER,
            text TEXT,
            detail TEXT
        ) STRICT, WITHOUT ROWID;
        """,
        "CREATE INDEX events_by_lesson ON events (lesson, at);",
    ];

    /// <summary>The version of this program.</summary>
    public static int Version => s_migrations.Length;

    /// <summary>Brings a file to the version of this program, step by step, each step whole or not at all.</summary>
    /// <returns>Whether the file can be used: one from a newer program cannot.</returns>
    public static bool Migrate(SqliteConnection connection)
    {
        while (VersionOf(connection) is var version && version < Version)
        {
            // The lock is taken before the version is read again: another terminal may be at the same.
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            int now = VersionOf(connection, transaction);
            if (now == version)
            {
                Execute(connection, transaction, s_migrations[now]);
                Execute(connection, transaction, $"PRAGMA user_version = {now + 1};");
            }

            transaction.Commit();
        }

        return VersionOf(connection) == Version;
    }

    private static int VersionOf(SqliteConnection connection, SqliteTransaction? transaction = null)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "PRAGMA user_version;";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, SqliteTransaction transaction, string statement)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}

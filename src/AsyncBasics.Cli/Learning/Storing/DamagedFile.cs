using Microsoft.Data.Sqlite;

namespace AsyncBasics.Cli;

/// <summary>A file that is no database any more: how that is noticed, and where it goes.</summary>
internal static class DamagedFile
{
    /// <summary>SQLite's number for a database whose pages make no sense.</summary>
    public const int Corrupt = 11;

    /// <summary>SQLite's number for a file that is something else.</summary>
    public const int NoDatabase = 26;

    private static readonly string[] s_companions = ["-wal", "-shm"];

    /// <exception cref="SqliteException">The file is damaged.</exception>
    public static void Check(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1);";
        string? verdict = command.ExecuteScalar() as string;
        if (verdict != "ok")
        {
            throw new SqliteException(verdict ?? "the file cannot be read", Corrupt);
        }
    }

    /// <summary>Renames the file, and what SQLite keeps beside it, so that nothing of it is lost.</summary>
    /// <returns>Its new path.</returns>
    public static string SetAside(string path)
    {
        string aside = Enumerable.Range(1, int.MaxValue)
            .Select(number => Path.ChangeExtension(path, $"damaged-{number}.db"))
            .First(candidate => !File.Exists(candidate));
        if (!File.Exists(path))
        {
            // Another terminal was faster.
            return aside;
        }

        File.Move(path, aside);
        foreach (string companion in s_companions.Where(companion => File.Exists(path + companion)))
        {
            File.Move(path + companion, aside + companion, overwrite: true);
        }

        return aside;
    }
}

namespace AsyncBasics.Cli;

/// <summary>How values are written out, in one way everywhere.</summary>
internal static class Words
{
    /// <summary>Who has not ended, if anybody, and what becomes of them.</summary>
    public static string Pending(IEnumerable<string> names, string future)
    {
        string list = string.Join(", ", names);
        return list.Length == 0 ? "nobody" : $"{list}; {future}";
    }

    /// <summary>An exception as Python would show it in a list of results.</summary>
    public static string Shown(Exception error) => $"{error.GetType().Name}('{error.Message}')";

    /// <summary>An exception in a sentence: its type and what it says.</summary>
    public static string Told(Exception error) => $"{error.GetType().Name}: {error.Message}";

    /// <summary>The call of a task, as it stands in the program.</summary>
    public static string Call(TaskSpec task) => $"DoTask(\"{task.Name}\", {task.Seconds})";

    /// <summary>A number of tasks.</summary>
    public static string Tasks(int count) => count == 1 ? "1 task" : $"{count} tasks";

    /// <summary>A number of tasks besides one that was named.</summary>
    public static string Others(int count) => count == 1 ? "1 other" : $"{count} others";
}

using System.Text;

namespace AsyncBasics;

/// <content>The call graph.</content>
public static partial class Asyncio
{
    /// <summary>
    /// Who awaits whom on the running loop, as a tree (3.14's call graph): a line for every task with the coroutines it stands in, and
    /// below it what it waits for. A ring of tasks that wait for each other is marked.
    /// </summary>
    public static string FormatCallGraph() => CallGraph.Format(EventLoop.Running);

    /// <summary>Writes the call graph to <paramref name="writer"/>, to standard error by default.</summary>
    /// <inheritdoc cref="FormatCallGraph"/>
    public static void PrintCallGraph(TextWriter? writer = null) => (writer ?? Console.Error).WriteLine(FormatCallGraph());
}

/// <summary>Draws who awaits whom.</summary>
internal sealed class CallGraph
{
    /// <summary>How deep the tree may grow: what is deeper begins a tree of its own, as a chain that goes on to the right cannot be read.</summary>
    private const int MostLevels = 60;

    private readonly StringBuilder _text = new();
    private readonly HashSet<Future> _drawn = [];
    private readonly HashSet<Future> _path = [];
    private readonly Queue<Future> _tooDeep = [];

    public static string Format(EventLoop loop)
    {
        LoopTask[] tasks = loop.Tasks.InOrder();
        HashSet<Future> awaited = [];
        foreach (LoopTask task in tasks)
        {
            Collect(task, awaited);
        }

        var graph = new CallGraph();
        foreach (LoopTask task in tasks.Where(task => !awaited.Contains(task)))
        {
            graph.DrawTree(task);
        }

        // In a ring everybody is awaited by somebody: what no root led to is drawn from its oldest task.
        foreach (LoopTask task in tasks.Where(task => !graph._drawn.Contains(task)))
        {
            graph.DrawTree(task);
        }

        return graph._text.ToString().TrimEnd();
    }

    private static void Collect(Future future, HashSet<Future> awaited)
    {
        foreach (Future inner in future.WaitsFor)
        {
            if (awaited.Add(inner) && inner is not LoopTask)
            {
                Collect(inner, awaited);
            }
        }
    }

    private void DrawTree(Future root)
    {
        _tooDeep.Enqueue(root);
        while (_tooDeep.TryDequeue(out Future? top))
        {
            if (!_drawn.Contains(top))
            {
                Draw(top, string.Empty, string.Empty);
            }
        }
    }

    private void Draw(Future future, string firstIndent, string indent, int level = 0)
    {
        if (level == MostLevels)
        {
            _tooDeep.Enqueue(future);
            _text.Append(firstIndent).Append(future is LoopTask deep ? deep.Name : future.Kind).AppendLine("  … (see below)");
            return;
        }

        string mark = _path.Contains(future) ? "  ↺ a ring: they wait for each other" : _drawn.Contains(future) ? "  (see above)" : string.Empty;
        _text.Append(firstIndent).Append(Label(future)).AppendLine(mark);
        if (mark.Length > 0)
        {
            return;
        }

        _drawn.Add(future);
        _path.Add(future);
        Future[] inner = [.. future.WaitsFor];
        for (int i = 0; i < inner.Length; i++)
        {
            bool last = i == inner.Length - 1;
            Draw(inner[i], indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "), level + 1);
        }

        _path.Remove(future);
    }

    private static string Label(Future future) => future is not LoopTask task
        ? future.WaitsFor.Any() ? future.Kind : future.Describe()
        : ReferenceEquals(task, Asyncio.CurrentTask) ? $"{task.Name}: {task.DescribeStack()}, runs now"
        : task.WaitsFor.Any() ? $"{task.Name}: {task.DescribeStack()}"
        : $"{task.Name}: {task.DescribeStack()}, waits for {task.CurrentWait}";
}

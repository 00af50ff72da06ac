namespace AsyncBasics.Lab;

/// <content>Parts of a program, each of which is drawn as a timeline of its own.</content>
public sealed partial class TraceRecorder
{
    /// <summary>
    /// Begins a part of the program, inside the running program or around a whole run. It ends when the result is disposed, or when
    /// the next one begins.
    /// </summary>
    /// <param name="title">The title of the part's timeline.</param>
    public IDisposable Part(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        MarkPart(TraceEventKind.PartBegins, title);
        return new PartScope(this);
    }

    private void MarkPart(TraceEventKind kind, string? title)
    {
        lock (_lock)
        {
            AddCurrent(Asyncio.CurrentTask, new TraceEvent { Kind = kind, Text = title });
        }
    }

    private sealed class PartScope(TraceRecorder recorder) : IDisposable
    {
        private TraceRecorder? _recorder = recorder;

        public void Dispose() => Interlocked.Exchange(ref _recorder, null)?.MarkPart(TraceEventKind.PartEnds, title: null);
    }
}

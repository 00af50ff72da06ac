namespace AsyncBasics.Lab;

/// <summary>
/// The context of the program's main code: what awaits there comes back to the loop, in a turn of its own. There is one instance for a
/// stage, so that .NET goes on in place where it would in a console program: inside the <c>SetResult</c> that ends a wait.
/// </summary>
internal sealed class LoopContext(Stage stage) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        Suspension.NotePosted(state);
        var turn = new Turn(stage, d, state);
        if (stage.IsHere)
        {
            stage.Loop.ScheduleCallback(turn, this);
        }
        else
        {
            stage.Loop.Posts.Add(turn, this);
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;

    private sealed class Turn(Stage stage, SendOrPostCallback callback, object? state) : ReadyCallback
    {
        public override void Invoke(object argument)
        {
            SetSynchronizationContext(stage.LoopContext);
            int depth = stage.Program?.Recorder.BeginTurn() ?? 0;
            try
            {
                callback(state);
            }
            catch (Exception exception)
            {
                stage.Crash(exception);
            }
            finally
            {
                stage.Program?.Recorder.EndTurn(depth);
            }
        }
    }
}

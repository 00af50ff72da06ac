namespace AsyncBasics.Tests;

/// <summary>Writes down what an observer is told, a line for each event.</summary>
internal sealed class EventLog : LoopObserver
{
    public List<string> Lines { get; } = [];

    public override void TaskCreated(LoopTask task, LoopTask? creator) => Add($"{task.Name} created by {Name(creator)}");

    public override void StepBegins(LoopTask task) => Add($"{task.Name} {{");

    public override void StepEnds(LoopTask task) => Add($"}} {task.Name}");

    public override void CallBegins(LoopTask task, CoroutineCall call) => Add($"{task.Name} calls {call.Method}");

    public override void CallEnds(LoopTask task, CoroutineCall call) =>
        Add($"{task.Name} ends {call.Method}{(call.Error is { } error ? $" with {error.GetType().Name}" : "")}");

    public override void Suspended(LoopTask task, WaitReason reason) =>
        Add($"{task.Name} waits for {reason.Kind}{(reason.Deadline == default ? "" : $" {reason.Deadline.TotalSeconds}")}"
            + (reason.Future is null ? "" : $" {reason}"));

    public override void MadeReady(LoopTask task, Future? by) => Add($"{task.Name} made ready by {Name(by)}");

    public override void Completed(LoopTask task) => Add($"{task.Name} {task.State}");

    public override void TimerSet(LoopTask? task, TimeSpan deadline) => Add($"{Name(task)} sets a timer for {deadline.TotalSeconds}");

    public override void Output(LoopTask? task, string text) => Add($"{Name(task)} writes {text}");

    public override void Blocked(LoopTask? task, TimeSpan duration) => Add($"{Name(task)} blocks for {duration.TotalSeconds}");

    private static string Name(Future? future) => future is LoopTask task ? task.Name : future is null ? "nobody" : future.Describe();

    private void Add(string line) => Lines.Add(line);
}

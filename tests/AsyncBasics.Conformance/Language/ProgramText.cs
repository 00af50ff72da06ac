using System.Text;

namespace AsyncBasics.Conformance.Language;

/// <summary>A program as a person would write it in Python, more or less: for reports.</summary>
internal static class ProgramText
{
    internal static string Of(AsyncProgram program)
    {
        StringBuilder text = new();
        if (program.Eager)
        {
            text.AppendLine("eager_task_factory");
        }

        if (program.Things.Count > 0)
        {
            text.AppendJoin(", ", program.Things.Select(thing => $"{thing.Key}({thing.Value})")).AppendLine();
        }

        for (int index = 0; index < program.Functions.Count; index++)
        {
            // A shrunk program keeps empty functions for the sake of the numbers; nobody starts them.
            if (index == 0 || program.Functions[index].Count > 0)
            {
                text.AppendLine(index == 0 ? "async def main():" : $"async def f{index}():");
                AppendBlock(text, program.Functions[index], 1);
            }
        }

        return text.ToString();
    }

    private static void AppendBlock(StringBuilder text, IReadOnlyList<Statement> block, int depth)
    {
        if (block.Count == 0)
        {
            AppendLine(text, "pass", depth);
        }

        foreach (Statement statement in block)
        {
            Append(text, statement, depth);
        }
    }

    private static void Append(StringBuilder text, Statement statement, int depth)
    {
        if (statement is Statement.Try attempt)
        {
            AppendLine(text, "try:", depth);
            AppendBlock(text, attempt.Body, depth + 1);
            foreach (Handler handler in attempt.Catches)
            {
                AppendLine(text, $"except {handler.Kind}:", depth);
                AppendBlock(text, handler.Body, depth + 1);
                if (handler.Rethrow)
                {
                    AppendLine(text, "raise", depth + 1);
                }
            }

            if (attempt.AtTheEnd.Count > 0 || attempt.Catches.Count == 0)
            {
                AppendLine(text, "finally:", depth);
                AppendBlock(text, attempt.AtTheEnd, depth + 1);
            }

            return;
        }

        AppendLine(text, Head(statement) + (statement.Bodies.Count > 0 ? ":" : ""), depth);
        foreach (IReadOnlyList<Statement> body in statement.Bodies)
        {
            AppendBlock(text, body, depth + 1);
        }
    }

    private static void AppendLine(StringBuilder text, string line, int depth) =>
        text.Append(' ', depth * 4).AppendLine(line);

    private static string Head(Statement statement) => statement switch
    {
        Statement.Log log => $"log {log.Text}",
        Statement.Raise raise => $"raise Boom({raise.Text})",
        Statement.Return @return => $"return {@return.Value}",
        Statement.Repeat repeat => $"repeat {repeat.Times} times",
        Statement.Sleep sleep => $"await sleep({sleep.Ms})",
        Statement.Call call => $"await f{call.Run}()",
        Statement.Create create => $"{create.Slot} = create_task(f{create.Run}(){Start(create.Eager)})",
        Statement.Join join => $"await {join.Target}",
        Statement.Cancel cancel => $"{cancel.Target}.cancel({cancel.Reason})",
        Statement.CancelAll all => $"cancel all others ({all.Reason})",
        Statement.Uncancel uncancel => $"{uncancel.Target}.uncancel()",
        Statement.State state => $"log the state of {state.Target}",
        Statement.CountTasks => "log len(all_tasks())",
        Statement.Gather gather => $"await {new Awaitable.Gathering(gather.Parts, gather.All)}",
        Statement.Wait wait => $"await wait({string.Join(", ", wait.Targets)}, until {wait.Until}{Limit(wait.Ms)})",
        Statement.AsCompleted each => $"for each of as_completed({string.Join(", ", each.Parts)}{Limit(each.Ms)}): await it",
        Statement.Settle => "await wait(all others)",
        Statement.Resolve resolve => $"{resolve.Target}.set_result({resolve.Value})",
        Statement.Fail fail => $"{fail.Target}.set_exception(Boom({fail.Text}))",
        Statement.Later later => $"{later.Name} = call_later({later.Ms}, lambda: {Head(later.Act)})",
        Statement.Soon soon => $"{soon.Name} = call_soon(lambda: {Head(soon.Act)})",
        Statement.Drop drop => $"{drop.Name}.cancel()",
        Statement.OnDone on => $"{on.Target}.add_done_callback({on.Name} = lambda: {Head(on.Act)})",
        Statement.Undo undo => $"{undo.Target}.remove_done_callback({undo.Name})",
        Statement.Timeout timeout => $"async with timeout({Or(timeout.Ms)}) as {timeout.Name}",
        Statement.Reschedule move => $"{move.Name}.reschedule({Or(move.Ms)})",
        Statement.WaitFor wait => $"await wait_for({wait.Awaited}, {Or(wait.Ms)})",
        Statement.Shield shield => $"await shield({shield.Awaited})",
        Statement.Group group => $"async with TaskGroup() as {group.Name}",
        Statement.CancelGroup cancel => $"{cancel.Name}.cancel()",
        Statement.Spawn spawn => $"{spawn.Slot} = {spawn.Into}.create_task(f{spawn.Run}())",
        Statement.With with => $"async with {with.Target}",
        Statement.Acquire acquire => $"await {acquire.Target}.acquire()",
        Statement.Release release => $"{release.Target}.release()",
        Statement.Locked locked => $"log {locked.Target}.locked()",
        Statement.SetEvent set => $"{set.Target}.set()",
        Statement.ClearEvent clear => $"{clear.Target}.clear()",
        Statement.WaitEvent wait => $"await {wait.Target}.wait()",
        Statement.WaitCondition wait => $"await {wait.Target}.wait()",
        Statement.WaitUntil wait => $"await {wait.Target}.wait_for({wait.Counter} >= {wait.Least})",
        Statement.Notify notify => $"{notify.Target}.notify({notify.Count?.ToString() ?? "all"})",
        Statement.Add add => $"{add.Counter} += {add.By}",
        Statement.Put put => $"await {put.Target}.put({put.Value})",
        Statement.Get get => $"await {get.Target}.get()",
        Statement.PutNow put => $"{put.Target}.put_nowait({put.Value})",
        Statement.GetNow get => $"{get.Target}.get_nowait()",
        Statement.TaskDone done => $"{done.Target}.task_done()",
        Statement.JoinQueue join => $"await {join.Target}.join()",
        Statement.Shutdown shutdown => $"{shutdown.Target}.shutdown({(shutdown.Immediate ? "immediate" : "")})",
        Statement.Look look => $"log how {look.Target} is",
        Statement.PassBarrier pass => $"await {pass.Target}.wait()",
        Statement.AbortBarrier abort => $"await {abort.Target}.abort()",
        Statement.ResetBarrier reset => $"await {reset.Target}.reset()",
        Statement.SetVariable set => $"{set.Target}.set({set.Value})",
        Statement.GetVariable get => $"log {get.Target}.get()",
        _ => throw new ArgumentOutOfRangeException(nameof(statement), statement, "No text is known for this statement."),
    };

    private static string Start(bool? eager) => eager is null ? "" : $", eager_start={eager}";

    private static string Limit(int? ms) => ms is null ? "" : $", timeout {ms}";

    private static string Or(int? ms) => ms?.ToString() ?? "None";
}

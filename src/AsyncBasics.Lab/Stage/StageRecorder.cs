namespace AsyncBasics.Lab;

/// <summary>Is told what the stand-ins do, as it happens, by the code that does it. Every method does nothing unless it is overridden.</summary>
internal class StageRecorder
{
    /// <summary>Whose code calls, if the recorder knows.</summary>
    public virtual object? Actor => null;

    /// <summary>Nobody can go on any more.</summary>
    public virtual void StandsStill()
    {
    }

    /// <summary>A stand-in made a task; <paramref name="fact"/> says what it waits for.</summary>
    public virtual void TaskMade(Task task, TaskFact fact)
    {
    }

    /// <summary>Work for another thread was queued.</summary>
    public virtual void WorkQueued(Worker worker)
    {
    }

    /// <summary>The work begins: called inside of it, where an <see cref="AsyncLocal{T}"/> value stays with it.</summary>
    public virtual void WorkBegins(Worker worker)
    {
    }

    /// <summary>The work has ended; <paramref name="error"/> says with what, if it failed.</summary>
    public virtual void WorkEnds(Worker worker, Exception? error)
    {
    }

    /// <summary>The code that calls waits by blocking from now on.</summary>
    public virtual void BlockBegins(BlockedCall call)
    {
    }

    /// <summary>It goes on.</summary>
    public virtual void BlockEnds(BlockedCall call)
    {
    }

    /// <summary>The code that calls has asked over and over, for <paramref name="duration"/> of virtual time until now.</summary>
    public virtual void Spun(TimeSpan duration)
    {
    }

    /// <summary>The code that calls wrote something.</summary>
    public virtual void Output(string text, bool isError)
    {
    }

    /// <summary>Something that whoever reads the report should know.</summary>
    public virtual void Note(string sentence)
    {
    }

    /// <summary>A loop of the program reports what no code is there to hear.</summary>
    public virtual void Reported(LoopReport report)
    {
    }
}

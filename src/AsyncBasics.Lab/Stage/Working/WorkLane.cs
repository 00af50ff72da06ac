namespace AsyncBasics.Lab;

/// <summary>What a piece of work for another thread runs on. At any moment one lane has its turn, or the stage's own thread has.</summary>
internal abstract class WorkLane
{
    [ThreadStatic]
    private static WorkLane? s_here;

    private protected WorkLane(Stage stage)
    {
        Stage = stage;
        Id = stage.NextThreadId();
    }

    /// <summary>The lane that runs this code; <see langword="null"/> on the stage's own thread.</summary>
    public static WorkLane? Here
    {
        get => s_here;
        private protected set => s_here = value;
    }

    /// <summary>Its number, as a program would see it.</summary>
    public int Id { get; }

    /// <summary>Whose work it does now.</summary>
    public Worker? Worker { get; set; }

    /// <summary>How far its own time is ahead of the stage's.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>The thread that the program sees here, once it has looked.</summary>
    public StandIns.Thread? ThreadOfProgram { get; set; }

    /// <summary>How many locks its work holds.</summary>
    public int LocksHeld { get; set; }

    private protected Stage Stage { get; }

    /// <summary>Lets the work begin, until it ends or waits. The stage's thread calls this.</summary>
    public abstract void Do(Action work);

    /// <summary>The work waits until the call is over.</summary>
    public abstract void Wait(BlockedCall call);

    /// <summary>The run is over: lets the code that waits here unwind.</summary>
    public virtual void Abandon()
    {
    }
}

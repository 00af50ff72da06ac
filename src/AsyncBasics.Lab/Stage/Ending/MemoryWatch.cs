namespace AsyncBasics.Lab;

/// <summary>Tells a budget of each garbage collection, for as long as somebody else needs the budget.</summary>
internal sealed class MemoryWatch
{
    private readonly WeakReference<Budget> _budget;

    private MemoryWatch(Budget budget) => _budget = new WeakReference<Budget>(budget);

    /// <summary>Nobody holds the watch: so each collection that reaches it wants to finalize it.</summary>
    ~MemoryWatch()
    {
        if (_budget.TryGetTarget(out Budget? budget))
        {
            budget.MeasureSoon();
            GC.ReRegisterForFinalize(this);
        }
    }

    /// <summary>Begins to watch.</summary>
    public static void Begin(Budget budget) => _ = new MemoryWatch(budget);
}

namespace AsyncBasics;

/// <summary>Puts the loop's thread to sleep until a moment comes or another thread has posted something.</summary>
internal abstract class Parker
{
    public static Parker Create() => FutexParker.TryCreate() ?? (Parker)new MonitorParker();

    /// <summary>
    /// Sleeps until <see cref="Unpark"/>, which also counts when it came before, or until <paramref name="ticks"/> of 100 ns
    /// have passed; forever when they are <see langword="null"/>. It may return early.
    /// </summary>
    public abstract void Park(long? ticks);

    /// <summary>Wakes the sleeper, or keeps the next <see cref="Park"/> from sleeping. Any thread may call it.</summary>
    public abstract void Unpark();
}

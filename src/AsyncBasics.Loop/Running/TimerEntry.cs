using System.Runtime.InteropServices;

namespace AsyncBasics;

/// <summary>
/// A timer that is set. It holds no reference, only numbers: so moving entries about costs nothing but the moving, and the garbage collector
/// never looks at them. Twelve bytes, for a million timers feel each.
/// </summary>
/// <param name="Deadline">When it fires, in ticks of the loop's clock.</param>
/// <param name="Target">Whom: the slot of a task that sleeps, or the complement of a handle's slot.</param>
[StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
internal readonly record struct TimerEntry(long Deadline, int Target);

namespace AsyncBasics;

/// <summary>
/// The numbers of tasks that are held: where they stand in the list of the gather that made them, and which list that is. So they need no place
/// of their own among all tasks, and yet a timer knows them by number.
/// </summary>
internal static class HeldSlot
{
    private const int Mark = 1 << 30;
    private const int IndexBits = 20;
    private const int MostLists = Mark >> IndexBits;

    /// <summary>The number of the task at <paramref name="index"/>; <see cref="TaskRegistry.NoSlot"/> where that can't be said in one.</summary>
    public static int Of(int list, int index) =>
        list < MostLists && index < 1 << IndexBits ? Mark | (list << IndexBits) | index : TaskRegistry.NoSlot;

    public static bool Is(int slot) => slot >= Mark;

    public static int ListOf(int slot) => (slot - Mark) >> IndexBits;

    public static int IndexOf(int slot) => slot & ((1 << IndexBits) - 1);
}

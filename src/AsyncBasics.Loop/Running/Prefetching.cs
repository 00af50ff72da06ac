using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AsyncBasics;

/// <summary>Has the processor fetch what will be used soon.</summary>
internal static unsafe class Prefetching
{
    /// <summary>
    /// Fetches the object to which the reference in <paramref name="place"/> leads. Where it lies is only a hint: the garbage collector may move it
    /// meanwhile.
    /// </summary>
    public static void Object<T>(ref T place)
    {
        if (Sse.IsSupported)
        {
            byte* address = *(byte**)Unsafe.AsPointer(ref place);
            Sse.Prefetch0(address);
            Sse.Prefetch0(address + 64);
        }
    }
}

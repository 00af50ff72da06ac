using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AsyncBasics;

/// <summary>Has the processor fetch what will be used soon. Where that lies is only a hint: the garbage collector may move it meanwhile.</summary>
internal static unsafe class Prefetch
{
    /// <summary>The place itself.</summary>
    public static void Place<T>(ref T place)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref place));
        }
    }

    /// <summary>The object to which the reference in the place leads.</summary>
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

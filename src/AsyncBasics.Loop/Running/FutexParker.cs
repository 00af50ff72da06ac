using System.Runtime.InteropServices;

namespace AsyncBasics;

/// <summary>
/// Sleeps on a Linux futex: to the microsecond, where .NET's own waits count in milliseconds and so would wake a loop that
/// sleeps 1 ms up to a millisecond late.
/// </summary>
internal sealed unsafe partial class FutexParker : Parker
{
    private const int Empty = 0;
    private const int Notified = 1;
    private const int Parked = 2;

    private const nint FutexWaitPrivate = 128;
    private const nint FutexWakePrivate = 129;

    private readonly nint _systemCall;

    // Pinned, because the kernel knows the word by its address.
    private readonly int[] _word = GC.AllocateArray<int>(1, pinned: true);
    private readonly int* _address;

    private FutexParker(nint systemCall)
    {
        _systemCall = systemCall;
        _address = (int*)Marshal.UnsafeAddrOfPinnedArrayElement(_word, 0);
    }

    /// <summary>The parker, or <see langword="null"/> where the kernel or the processor is none we know.</summary>
    public static FutexParker? TryCreate()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        nint systemCall = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => 202,
            Architecture.Arm64 or Architecture.RiscV64 or Architecture.LoongArch64 => 98,
            _ => -1,
        };
        if (systemCall < 0)
        {
            return null;
        }

        var parker = new FutexParker(systemCall);
        return parker.Wake() == 0 ? parker : null;
    }

    public override void Park(long? ticks)
    {
        if (Interlocked.CompareExchange(ref *_address, Parked, Empty) == Empty)
        {
            if (ticks is { } wait)
            {
                (long seconds, long rest) = Math.DivRem(wait, TimeSpan.TicksPerSecond);
                var relative = new TimeSpec { Seconds = (nint)seconds, Nanoseconds = (nint)(rest * 100) };
                SystemCall(_systemCall, (nint)_address, FutexWaitPrivate, Parked, (nint)(&relative), 0, 0);
            }
            else
            {
                SystemCall(_systemCall, (nint)_address, FutexWaitPrivate, Parked, 0, 0, 0);
            }
        }

        Interlocked.Exchange(ref *_address, Empty);
    }

    public override void Unpark()
    {
        if (Interlocked.Exchange(ref *_address, Notified) == Parked)
        {
            Wake();
        }
    }

    private nint Wake() => SystemCall(_systemCall, (nint)_address, FutexWakePrivate, 1, 0, 0, 0);

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SystemCall(
        nint number, nint address, nint operation, nint value, nint timeout, nint address2, nint value3);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}

using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>What the coroutine builders do at an <c>await</c> that can't go on at once.</summary>
internal static class Suspension
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Await<TAwaiter>(LoopTask frame, ref TAwaiter awaiter)
        where TAwaiter : INotifyCompletion
    {
        // Both conditions are constants to the JIT. The awaiters of coroutines and of futures hold one reference and
        // nothing else, so that one of them can be read as the other without knowing its type argument.
        if (default(TAwaiter) is not null && awaiter is ICoroutineAwaiter)
        {
            LoopTask child = Unsafe.As<TAwaiter, CoroutineAwaiter>(ref awaiter).Frame;
            if (typeof(TAwaiter) == typeof(CoroutineAwaiter) && child is SleepFrame sleep)
            {
                sleep.SuspendParent(frame);
            }
            else
            {
                child.SuspendParent(frame);
            }
        }
        else if (default(TAwaiter) is not null && awaiter is IFutureAwaiter)
        {
            LoopThread.Current.WaitForFuture(frame, Unsafe.As<TAwaiter, FutureAwaiter>(ref awaiter).Future);
        }
        else
        {
            AwaitNative(frame, ref awaiter);
        }
    }

    private static void AwaitNative<TAwaiter>(LoopTask frame, ref TAwaiter awaiter)
        where TAwaiter : INotifyCompletion
    {
        LoopThread thread = LoopThread.Current;
        EventLoop loop = thread.Loop!;
        var wait = new NativeWait(loop);
        Action resume = wait.Resume;
        thread.WaitForNative(frame, wait);
        loop.UsesNative = true;
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(wait);
        try
        {
            if (awaiter is ICriticalNotifyCompletion)
            {
                ((ICriticalNotifyCompletion)awaiter).UnsafeOnCompleted(resume);
            }
            else
            {
                awaiter.OnCompleted(resume);
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}

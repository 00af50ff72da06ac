namespace AsyncBasics.Cli;

/// <summary>
/// Starts ordinary async code as what a loop runs to its end, as <c>Asyncio.Run(Func&lt;Task&gt;)</c> does, and gives the
/// future, so that it can be cancelled: then nobody waits for the code any more.
/// </summary>
internal static class NativeMain
{
    public static Future<T> Start<T>(EventLoop loop, Func<Task<T>> body)
    {
        var main = new Future<T>(loop);
        loop.CallSoon(() => Asyncio.FromTask(body()).AddDoneCallback(ended => Follow(main, (Future<T>)ended)));
        return main;
    }

    private static void Follow<T>(Future<T> main, Future<T> ended)
    {
        if (ended.Cancelled)
        {
            main.Cancel();
        }
        else if (ended.Exception is { } error)
        {
            main.TrySetException(error);
        }
        else
        {
            main.TrySetResult(ended.Result);
        }
    }
}

namespace AsyncBasics;

/// <content>Gather of coroutines of different types.</content>
public static partial class Asyncio
{
    /// <summary>Runs coroutines of different types together; the results stand in a tuple (<c>asyncio.gather</c>).</summary>
    /// <inheritdoc cref="Gather{T}(ReadOnlySpan{Coroutine{T}})"/>
    public static Future<(T1 First, T2 Second)> Gather<T1, T2>(Coroutine<T1> first, Coroutine<T2> second)
    {
        var gather = new GatherFuture<(T1, T2)>(EventLoop.Running, 2, returnExceptions: false, static children =>
            (Gathered.Result<T1>(children[0]), Gathered.Result<T2>(children[1])));
        gather.Add(first);
        gather.Add(second);
        return gather.Begin();
    }

    /// <inheritdoc cref="Gather{T1, T2}(Coroutine{T1}, Coroutine{T2})"/>
    public static Future<(T1 First, T2 Second, T3 Third)> Gather<T1, T2, T3>(
        Coroutine<T1> first, Coroutine<T2> second, Coroutine<T3> third)
    {
        var gather = new GatherFuture<(T1, T2, T3)>(EventLoop.Running, 3, returnExceptions: false, static children =>
            (Gathered.Result<T1>(children[0]), Gathered.Result<T2>(children[1]), Gathered.Result<T3>(children[2])));
        gather.Add(first);
        gather.Add(second);
        gather.Add(third);
        return gather.Begin();
    }

    /// <inheritdoc cref="Gather{T1, T2}(Coroutine{T1}, Coroutine{T2})"/>
    public static Future<(T1 First, T2 Second, T3 Third, T4 Fourth)> Gather<T1, T2, T3, T4>(
        Coroutine<T1> first, Coroutine<T2> second, Coroutine<T3> third, Coroutine<T4> fourth)
    {
        var gather = new GatherFuture<(T1, T2, T3, T4)>(EventLoop.Running, 4, returnExceptions: false, static children =>
            (Gathered.Result<T1>(children[0]), Gathered.Result<T2>(children[1]), Gathered.Result<T3>(children[2]),
                Gathered.Result<T4>(children[3])));
        gather.Add(first);
        gather.Add(second);
        gather.Add(third);
        gather.Add(fourth);
        return gather.Begin();
    }
}

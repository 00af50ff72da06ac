using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class LoopQueueOrderTests
{
    [Fact]
    public void Queue_GivesTheOldestFirst()
    {
        var queue = new LoopQueue<int>();
        foreach (int item in (int[])[1, 3, 2])
        {
            queue.PutNowait(item);
        }

        Assert.Equal([1, 3, 2], Drain(queue));
    }

    [Fact]
    public void LifoQueue_GivesTheNewestFirst()
    {
        var queue = new LoopLifoQueue<int>();
        foreach (int item in (int[])[1, 3, 2])
        {
            queue.PutNowait(item);
        }

        Assert.Equal([2, 3, 1], Drain(queue));
    }

    [Fact]
    public void PriorityQueue_GivesTheLowestPriorityValueFirst()
    {
        var queue = new LoopPriorityQueue<string, int>();
        queue.PutNowait("a", 1);
        queue.PutNowait("c", 3);
        queue.PutNowait("b", 2);

        Assert.Equal([("a", 1), ("b", 2), ("c", 3)], Drain(queue));
    }

    [Fact]
    public void PriorityQueue_OfEqualPriorities_GivesTheOldestFirst()
    {
        var queue = new LoopPriorityQueue<int, int>();
        for (int item = 0; item < 100; item++)
        {
            queue.PutNowait(item, item % 3);
        }

        IEnumerable<int> expected = Enumerable.Range(0, 100).OrderBy(item => item % 3);
        Assert.Equal(expected, Drain(queue).Select(entry => entry.Item));
    }

    [Fact]
    public void PriorityQueue_NeverComparesItems()
    {
        var queue = new LoopPriorityQueue<object, int>();
        object first = new(), second = new();
        queue.PutNowait(first, 1);
        queue.PutNowait(second, 1);

        Assert.Equal([(first, 1), (second, 1)], Drain(queue));
    }

    [Fact]
    public void PriorityQueue_WithAComparer_FollowsIt()
    {
        var queue = new LoopPriorityQueue<string, string>(comparer: StringComparer.OrdinalIgnoreCase);
        queue.PutNowait("second", "B");
        queue.PutNowait("first", "a");
        queue.PutNowait("third", "b");

        Assert.Equal(["first", "second", "third"], Drain(queue).Select(entry => entry.Item));
    }

    [Fact]
    public void LifoQueue_IsBoundedToo() => VirtualTime.Run(async () =>
    {
        var queue = new LoopLifoQueue<int>(2);
        await queue.Put(1);
        await queue.Put(2);
        LoopTask putter = CreateTask(queue.Put(3));
        await Sleep(0);
        Assert.False(putter.Done);

        Assert.Equal(2, await queue.Get());
        await putter;
        Assert.Equal([3, 1], Drain(queue));
    });

    [Fact]
    public void PriorityQueue_IsBoundedToo() => VirtualTime.Run(async () =>
    {
        var queue = new LoopPriorityQueue<string, int>(1);
        await queue.Put("low", 9);
        LoopTask putter = CreateTask(queue.Put("high", 1));
        await Sleep(0);
        Assert.False(putter.Done);

        (string item, int priority) = await queue.Get();
        Assert.Equal(("low", 9), (item, priority));
        await putter;
        Assert.Equal([("high", 1)], Drain(queue));
    });

    [Fact]
    public void PriorityQueue_SeenAsAQueue_TakesEntries() => VirtualTime.Run(async () =>
    {
        LoopQueue<(string Item, int Priority)> queue = new LoopPriorityQueue<string, int>();
        await queue.Put(("later", 2));
        await queue.Put(("sooner", 1));

        Assert.Equal("sooner", (await queue.Get()).Item);
    });

    [Fact]
    public void PriorityQueue_WithAWaitingGetter_GivesItTheLowestThatIsThereAtItsTurn() => VirtualTime.Run(async () =>
    {
        var queue = new LoopPriorityQueue<string, int>();
        LoopTask<(string Item, int Priority)> getter = CreateTask(queue.Get());
        await Sleep(0);

        queue.PutNowait("put first", 5);
        queue.PutNowait("more urgent", 1);

        Assert.Equal("more urgent", (await getter).Item);
    });

    private static List<T> Drain<T>(LoopQueue<T> queue)
    {
        List<T> items = [];
        while (!queue.Empty)
        {
            items.Add(queue.GetNowait());
        }

        return items;
    }
}

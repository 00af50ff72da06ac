using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class ChannelForeachTests
{
    [Fact]
    public void AwaitForeach_EndsWhenTheLastSenderIsClosed() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(1);
        LoopTask producer = CreateTask(Produce());
        List<int> values = [];

        await foreach (int value in receiver)
        {
            values.Add(value);
        }

        await producer;
        Assert.Equal([1, 2, 3], values);
        Assert.Equal(3, Time());

        async Coroutine Produce()
        {
            using (sender)
            {
                for (int i = 1; i <= 3; i++)
                {
                    await sender.Send(i);
                    await Sleep(1);
                }
            }
        }
    });

    [Fact]
    public void AwaitForeach_WithClonesOfTheSender_EndsWithTheLastOfThem() => VirtualTime.Run(async () =>
    {
        (SendChannel<string> sender, ReceiveChannel<string> receiver) = OpenChannel<string>(0);
        List<LoopTask> producers = [];
        using (sender)
        {
            for (int i = 1; i <= 3; i++)
            {
                producers.Add(CreateTask(Produce(sender.Clone(), $"P{i}", i)));
            }
        }

        List<string> values = [];
        await foreach (string value in receiver)
        {
            values.Add($"{value} at {Time()}");
        }

        await Gather(producers);
        Assert.Equal(["P1 at 1", "P2 at 2", "P3 at 3"], values);

        static async Coroutine Produce(SendChannel<string> end, string name, int after)
        {
            using (end)
            {
                await Sleep(after);
                await end.Send(name);
            }
        }
    });

    [Fact]
    public void AwaitForeach_ByTwoReceivers_GivesEachValueToOne() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        List<int> values = [];
        LoopTask a = CreateTask(Consume(receiver)), b = CreateTask(Consume(receiver.Clone()));

        for (int i = 0; i < 10; i++)
        {
            await sender.Send(i);
        }

        sender.Close();
        await Gather(a, b);
        Assert.Equal(Enumerable.Range(0, 10), values.Order());

        async Coroutine Consume(ReceiveChannel<int> end)
        {
            using (end)
            {
                await foreach (int value in end)
                {
                    values.Add(value);
                }
            }
        }
    });

    [Fact]
    public void AwaitForeach_LeftEarly_LeavesTheChannelOpen() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(5);
        await sender.Send(1);
        await sender.Send(2);

        await foreach (int value in receiver)
        {
            Assert.Equal(1, value);
            break;
        }

        Assert.Equal(2, await receiver.Receive());
    });

    [Fact]
    public void AwaitForeach_InOrdinaryAsyncCode_Works() => VirtualTime.RunNative(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(1);
        LoopTask producer = CreateTask(Produce());
        List<int> values = [];

        IAsyncEnumerable<int> sequence = receiver;
        await foreach (int value in sequence)
        {
            values.Add(value);
        }

        await producer;
        Assert.Equal([1, 2], values);

        async Coroutine Produce()
        {
            using (sender)
            {
                await sender.Send(1);
                await Sleep(1);
                await sender.Send(2);
            }
        }
    });
}

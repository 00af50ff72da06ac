using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class ChannelCancellationTests
{
    [Fact]
    public void CancelledSend_WhileWaiting_SendsNothing() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        LoopTask a = CreateTask(sender.Send(1)), b = CreateTask(sender.Send(2));
        await Sleep(0);

        a.Cancel();

        Assert.Equal(2, await receiver.Receive());
        await Awaiting.Throws<CancelledException>(a);
        await b;
    });

    [Fact]
    public void CancelledSend_AfterTheValueWasTaken_HasSentIt() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        LoopTask a = CreateTask(sender.Send(1));
        await Sleep(0);

        int value = await receiver.Receive();
        a.Cancel();

        Assert.Equal(1, value);
        await Awaiting.Throws<CancelledException>(a);
    });

    [Fact]
    public void CancelledReceive_WhileWaiting_LeavesTheLine() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        LoopTask<int> a = CreateTask(receiver.Receive()), b = CreateTask(receiver.Receive());
        await Sleep(0);

        a.Cancel();
        await sender.Send(1);

        Assert.Equal(1, await b);
        await Awaiting.Throws<CancelledException>(a);
    });

    [Fact]
    public void CancelledReceive_WithTheValueInHand_PassesItToTheNext() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        LoopTask<int> a = CreateTask(receiver.Receive()), b = CreateTask(receiver.Receive());
        await Sleep(0);

        await sender.Send(1);
        a.Cancel();

        Assert.Equal(1, await b);
        Assert.True(a.Cancelled);
    });

    [Fact]
    public void CancelledReceive_WithTheValueInHand_AndNobodyElse_PutsItBack() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        LoopTask<int> a = CreateTask(receiver.Receive());
        await Sleep(0);

        await sender.Send(1);
        a.Cancel();
        await Awaiting.Throws<CancelledException>(a);

        Assert.Equal(1, receiver.Count);
        Assert.Equal(1, await receiver.Receive());
    });

    [Fact]
    public void CancelledReceives_PutTheirValuesBackInTheirOldOrder() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(5);
        LoopTask<int>[] receivers = [.. Enumerable.Range(0, 3).Select(_ => CreateTask(receiver.Receive()))];
        await Sleep(0);
        for (int i = 1; i <= 5; i++)
        {
            await sender.Send(i);
        }

        foreach (LoopTask<int> task in receivers)
        {
            task.Cancel();
        }

        await Wait(receivers);
        List<int> values = [];
        while (receiver.TryReceive(out int value))
        {
            values.Add(value);
        }

        Assert.Equal([1, 2, 3, 4, 5], values);
    });

    [Fact]
    public void CancelledReceive_OfTheLastValue_AfterTheSenderClosed_GivesItToAnother() => VirtualTime.Run(async () =>
    {
        // The channel has not ended as long as a value is in somebody's hand.
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        LoopTask<int> a = CreateTask(receiver.Receive()), b = CreateTask(receiver.Receive()), c = CreateTask(receiver.Receive());
        await Sleep(0);

        await sender.Send(1);
        sender.Close();
        a.Cancel();

        Assert.Equal(1, await b);
        await Awaiting.Throws<CancelledException>(a);
        await Awaiting.Throws<EndOfChannelException>(c);
    });

    [Fact]
    public void CancelledReceive_AfterTheReceiversClosed_DropsTheValue() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        LoopTask<int> a = CreateTask(receiver.Receive());
        await Sleep(0);

        await sender.Send(1);
        receiver.Close();
        a.Cancel();
        await Awaiting.Throws<CancelledException>(a);

        Assert.Equal(0, receiver.Count);
    });

    [Fact]
    public void Receive_WithTheValueInHand_GoesOnThoughItsEndIsClosed() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        LoopTask<int> a = CreateTask(receiver.Receive());
        await Sleep(0);

        await sender.Send(1);
        receiver.Close();

        Assert.Equal(1, await a);
    });

    [Fact]
    public void ReturnedValues_BeyondTheCapacity_LetNoSenderIn() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(1);
        LoopTask<int> a = CreateTask(receiver.Receive());
        await Sleep(0);
        await sender.Send(1);
        await sender.Send(2);
        LoopTask third = CreateTask(sender.Send(3));
        a.Cancel();
        await Sleep(1);
        Assert.Equal(2, receiver.Count);

        Assert.Equal(1, await receiver.Receive());
        await Sleep(1);
        Assert.False(third.Done);

        Assert.Equal(2, await receiver.Receive());
        await third;
        Assert.Equal(3, await receiver.Receive());
    });

    [Fact]
    public void CancelledForeach_LosesNoValue() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        List<int> values = [];
        LoopTask first = CreateTask(Consume());
        await Sleep(0);

        await sender.Send(1);
        await Sleep(0);
        await sender.Send(2);
        first.Cancel();
        LoopTask second = CreateTask(Consume());
        await sender.Send(3);
        sender.Close();
        await second;

        Assert.True(first.Cancelled);
        Assert.Equal([1, 2, 3], values);

        async Coroutine Consume()
        {
            await foreach (int value in receiver)
            {
                values.Add(value);
            }
        }
    });
}

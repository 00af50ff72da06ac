using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class ChannelTests
{
    [Fact]
    public void OpenChannel_WithANegativeCapacity_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OpenChannel<int>(-1));

    [Fact]
    public void Send_WhereThereIsRoom_DoesNotGiveUpTheTurn() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(1);

        Assert.Equal(0, await Turns.Of(sender.Send(1)));
        Assert.Equal(1, receiver.Count);
        Assert.Equal(0, await Turns.Of(receiver.Receive()));
    });

    [Fact]
    public void Send_BeyondTheCapacity_WaitsForRoom() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(2);
        LoopTask late = CreateTask(ReceiveOneAfter(receiver, 3));

        await sender.Send(1);
        await sender.Send(2);
        Assert.Equal(0, Time());
        await sender.Send(3);

        Assert.Equal(3, Time());
        await late;
        Assert.Equal(2, receiver.Count);
    });

    [Fact]
    public void Send_OverAChannelOfCapacityZero_WaitsUntilTheValueIsTaken() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        LoopTask late = CreateTask(ReceiveOneAfter(receiver, 3));

        await sender.Send(1);

        Assert.Equal(3, Time());
        await late;
    });

    [Fact]
    public void Send_ToAReceiverThatWaits_DoesNotWait() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        LoopTask<int> waiting = CreateTask(receiver.Receive());
        await Sleep(0);

        Assert.Equal(0, await Turns.Of(sender.Send(1)));
        Assert.Equal(1, await waiting);
    });

    [Fact]
    public void Send_WithoutALimit_NeverWaits() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(int.MaxValue);
        for (int i = 0; i < 1000; i++)
        {
            await sender.Send(i);
        }

        Assert.Equal(1000, receiver.Count);
    });

    [Fact]
    public void Receive_HandsTheValueOver_SoThatANewcomerCannotTakeIt() => VirtualTime.Run(async () =>
    {
        // The difference to a queue: what is sent to a receiver that waits is its own at once.
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(1);
        LoopTask<int> waiting = CreateTask(receiver.Receive());
        await Sleep(0);

        await sender.Send(1);

        Assert.False(receiver.TryReceive(out _));
        Assert.Equal(1, await waiting);
    });

    [Fact]
    public void Receive_ByMany_ServesThemInTheOrderInWhichTheyCame() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        LoopTask<int>[] receivers = [.. Enumerable.Range(0, 3).Select(_ => CreateTask(receiver.Receive()))];
        await Sleep(0);

        for (int i = 1; i <= 3; i++)
        {
            await sender.Send(i);
        }

        int[] values = await Gather(receivers);
        Assert.Equal([1, 2, 3], values);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    public void Send_ByMany_KeepsTheOrderInWhichTheyCame(int capacity) => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(capacity);
        LoopTask[] senders = [.. Enumerable.Range(0, 6).Select(i => CreateTask(sender.Send(i)))];
        await Sleep(0);

        List<int> values = [];
        for (int i = 0; i < 6; i++)
        {
            values.Add(await receiver.Receive());
        }

        await Gather(senders);
        Assert.Equal([0, 1, 2, 3, 4, 5], values);
    });

    [Fact]
    public void TrySend_SendsOnlyWhatNeedNotWait() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(1);
        Assert.True(sender.TrySend(1));
        Assert.False(sender.TrySend(2));
        Assert.Equal(1, await receiver.Receive());

        LoopTask<int> waiting = CreateTask(receiver.Receive());
        await Sleep(0);
        Assert.True(sender.TrySend(3));
        Assert.True(sender.TrySend(4));
        Assert.Equal(3, await waiting);
    });

    [Fact]
    public void TryReceive_TakesFromASenderThatWaits() => VirtualTime.Run(async () =>
    {
        (SendChannel<string> sender, ReceiveChannel<string> receiver) = OpenChannel<string>(0);
        Assert.False(receiver.TryReceive(out _));
        LoopTask waiting = CreateTask(sender.Send("value"));
        await Sleep(0);

        Assert.True(receiver.TryReceive(out string? value));

        Assert.Equal("value", value);
        await waiting;
    });

    [Fact]
    public void ToString_TellsTheStandOfTheChannel() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(1, name: "numbers");
        await sender.Send(1);
        LoopTask waiting = CreateTask(sender.Send(2));
        await Sleep(0);

        Assert.Equal("<SendChannel of <Channel 'numbers' [1 of 1, ends:1+1, senders:1]>>", sender.ToString());
        receiver.Close();
        Assert.Equal("<ReceiveChannel closed of <Channel 'numbers' [0 of 1, ends:1+0]>>", receiver.ToString());
        await Awaiting.Throws<BrokenChannelException>(waiting);
    });

    private static async Coroutine ReceiveOneAfter(ReceiveChannel<int> receiver, double seconds)
    {
        await Sleep(seconds);
        await receiver.Receive();
    }
}

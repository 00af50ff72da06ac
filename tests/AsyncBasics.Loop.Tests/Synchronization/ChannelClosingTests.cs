using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class ChannelClosingTests
{
    [Fact]
    public void Receive_AfterTheLastSenderIsClosed_GivesWhatIsLeftFirst() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(2);
        await sender.Send(1);
        await sender.Send(2);
        sender.Close();

        Assert.Equal(1, await receiver.Receive());
        Assert.Equal(2, await receiver.Receive());
        await Awaiting.Throws<EndOfChannelException>(CreateTask(receiver.Receive()));
        Assert.Throws<EndOfChannelException>(() => receiver.TryReceive(out _));
    });

    [Fact]
    public void Close_OfTheLastSender_WakesEverybodyWhoReceives() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        LoopTask<int> a = CreateTask(receiver.Receive()), b = CreateTask(receiver.Receive());
        await Sleep(0);

        sender.Close();

        await Awaiting.Throws<EndOfChannelException>(a);
        await Awaiting.Throws<EndOfChannelException>(b);
    });

    [Fact]
    public void Close_OfOneOfTwoSenders_KeepsTheChannelOpen() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        SendChannel<int> clone = sender.Clone();
        LoopTask<int> waiting = CreateTask(receiver.Receive());
        await Sleep(0);

        sender.Close();
        await Sleep(1);
        Assert.False(waiting.Done);

        await clone.Send(1);
        Assert.Equal(1, await waiting);
    });

    [Fact]
    public void Close_OfTheLastReceiver_FailsEverybodyWhoSends() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(1);
        await sender.Send(0);
        LoopTask a = CreateTask(sender.Send(1)), b = CreateTask(sender.Send(2));
        await Sleep(0);

        receiver.Close();

        await Awaiting.Throws<BrokenChannelException>(a);
        await Awaiting.Throws<BrokenChannelException>(b);
        await Awaiting.Throws<BrokenChannelException>(sender.Send(3));
        Assert.Throws<BrokenChannelException>(() => sender.TrySend(4));
        Assert.Equal(0, receiver.Count);
    });

    [Fact]
    public void Close_OfOneOfTwoReceivers_KeepsTheChannelOpen() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(1);
        ReceiveChannel<int> clone = receiver.Clone();
        receiver.Close();

        await sender.Send(1);

        Assert.Equal(1, await clone.Receive());
    });

    [Fact]
    public void Close_OfTheEndAtWhichATaskWaits_FailsThatTaskOnly() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0);
        SendChannel<int> otherSender = sender.Clone();
        LoopTask a = CreateTask(sender.Send(1)), b = CreateTask(otherSender.Send(2));
        await Sleep(0);

        sender.Close();
        await Awaiting.Throws<ClosedChannelException>(a);
        Assert.Equal(2, await receiver.Receive());
        await b;

        ReceiveChannel<int> otherReceiver = receiver.Clone();
        LoopTask<int> c = CreateTask(receiver.Receive()), d = CreateTask(otherReceiver.Receive());
        await Sleep(0);
        receiver.Close();
        await Awaiting.Throws<ClosedChannelException>(c);
        await otherSender.Send(3);
        Assert.Equal(3, await d);
    });

    [Fact]
    public void Use_OfAClosedEnd_IsAnError() => VirtualTime.Run(async () =>
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(1);
        sender.Close();
        sender.Close();
        receiver.Dispose();

        Assert.True(sender.Closed);
        Assert.True(receiver.Closed);
        await Awaiting.Throws<ClosedChannelException>(sender.Send(1));
        await Awaiting.Throws<ClosedChannelException>(CreateTask(receiver.Receive()));
        Assert.Throws<ClosedChannelException>(() => sender.TrySend(1));
        Assert.Throws<ClosedChannelException>(() => receiver.TryReceive(out _));
        Assert.Throws<ClosedChannelException>(sender.Clone);
        Assert.Throws<ClosedChannelException>(receiver.Clone);
    });
}

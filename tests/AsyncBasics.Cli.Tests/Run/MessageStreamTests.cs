namespace AsyncBasics.Cli.Tests;

public sealed class MessageStreamTests
{
    [Fact]
    public void Read_WhatWasWritten_GivesItAgainAndThenTheEnd()
    {
        using var stream = new MemoryStream();
        MessageStream.Write(stream, MessageKind.Output, "grüße ✓");
        MessageStream.Write(stream, MessageKind.Stop);
        stream.Position = 0;

        Assert.Equal(new Message(MessageKind.Output, "grüße ✓"), MessageStream.Read(stream));
        Assert.Equal(new Message(MessageKind.Stop, ""), MessageStream.Read(stream));
        Assert.Null(MessageStream.Read(stream));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Read_MessageThatBreaksOff_GivesTheEnd(int length)
    {
        using var stream = new MemoryStream();
        MessageStream.Write(stream, MessageKind.Output, "text");
        stream.SetLength(length);
        stream.Position = 0;

        Assert.Null(MessageStream.Read(stream));
    }
}

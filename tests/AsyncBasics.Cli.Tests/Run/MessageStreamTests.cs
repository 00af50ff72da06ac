namespace AsyncBasics.Cli.Tests;

public sealed class MessageStreamTests
{
    [Fact]
    public void Read_WhatWasWritten_GivesItAgainAndThenTheEnd()
    {
        using var stream = new MemoryStream();
        MessageStream.Write(stream, MessageKind.Output, "grüße ✓"u8);
        MessageStream.Write(stream, MessageKind.Stop);
        stream.Position = 0;

        Assert.Equal((MessageKind.Output, "grüße ✓"), Next());
        Assert.Equal((MessageKind.Stop, ""), Next());
        Assert.Null(MessageStream.Read(stream));

        (MessageKind, string) Next()
        {
            Message message = MessageStream.Read(stream)!.Value;
            return (message.Kind, message.Text);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Read_MessageThatBreaksOff_GivesTheEnd(int length)
    {
        using var stream = new MemoryStream();
        MessageStream.Write(stream, MessageKind.Output, "text"u8);
        stream.SetLength(length);
        stream.Position = 0;

        Assert.Null(MessageStream.Read(stream));
    }
}

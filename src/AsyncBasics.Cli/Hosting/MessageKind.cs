using System.Text;

namespace AsyncBasics.Cli;

/// <summary>What the command and the process that runs a program tell each other.</summary>
internal enum MessageKind : byte
{
    /// <summary>To the host: a program and how to run it.</summary>
    Request = 1,

    /// <summary>To the host: end the program, and give the report so far.</summary>
    Stop,

    /// <summary>From the host: the program has been compiled and begins.</summary>
    Begun,

    /// <summary>From the host: what the program wrote to its standard output.</summary>
    Output,

    /// <summary>From the host: what the program wrote to its standard error.</summary>
    ErrorOutput,

    /// <summary>From the host: the report so far, in case that nothing comes after it.</summary>
    Checkpoint,

    /// <summary>From the host: the program should have ended and cannot be ended from inside; the last checkpoint is all there will be.</summary>
    Stuck,

    /// <summary>From the host: the program has ended, and its report is being made.</summary>
    RunEnded,

    /// <summary>From the host: the report on the program that has ended.</summary>
    Ended,

    /// <summary>From the host: the lab itself failed; a sentence.</summary>
    Broken,
}

/// <summary>A message, and what is said in it.</summary>
internal readonly record struct Message(MessageKind Kind, byte[] Content)
{
    /// <summary>What is said, if it is a text.</summary>
    public string Text => Encoding.UTF8.GetString(Content);
}

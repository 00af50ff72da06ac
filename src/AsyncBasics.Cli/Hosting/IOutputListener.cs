namespace AsyncBasics.Cli;

/// <summary>Is told what a program writes, while it runs.</summary>
internal interface IOutputListener
{
    /// <summary>To its standard output.</summary>
    void Output(string text);

    /// <summary>To its standard error.</summary>
    void ErrorOutput(string text);
}

/// <summary>Hears nothing.</summary>
internal sealed class NoListener : IOutputListener
{
    public void Output(string text)
    {
    }

    public void ErrorOutput(string text)
    {
    }
}

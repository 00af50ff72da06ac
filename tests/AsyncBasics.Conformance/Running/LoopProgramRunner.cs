using AsyncBasics.Conformance.Interpreting;
using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Running;

/// <summary>Runs programs on the loop under test, each on a loop of its own with a virtual clock.</summary>
internal sealed class LoopProgramRunner : IProgramRunner
{
    /// <inheritdoc/>
    public string Name => "the loop";

    /// <inheritdoc/>
    public ProgramLog Run(AsyncProgram program)
    {
        // What a program leaves behind, a failure that nobody looked at for instance, is part of many programs and no news.
        using EventLoop loop = new(new EventLoopOptions { Clock = new VirtualClock(), OnReport = _ => { }, EagerTasks = program.Eager });
        return new LoopInterpreter(loop, program).Execute();
    }

    public void Dispose()
    {
    }
}

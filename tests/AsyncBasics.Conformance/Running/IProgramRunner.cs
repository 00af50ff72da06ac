using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Running;

/// <summary>Something that can run programs of the language.</summary>
internal interface IProgramRunner : IDisposable
{
    /// <summary>What it is called in a report.</summary>
    string Name { get; }

    /// <summary>Runs a program to its end and tells what it did.</summary>
    ProgramLog Run(AsyncProgram program);
}

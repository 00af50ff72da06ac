namespace AsyncBasics.Cli;

/// <summary>On which clock a program runs.</summary>
internal enum ClockKind
{
    Real,
    Virtual,
}

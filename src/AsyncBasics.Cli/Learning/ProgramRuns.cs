using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>Runs programs of the course and of the learner, each text once.</summary>
internal sealed class ProgramRuns
{
    private readonly Dictionary<SourceFile, Report> _reports = [];

    /// <summary>Runs a program on the virtual clock.</summary>
    public Report Run(SourceFile program)
    {
        if (!_reports.TryGetValue(program, out Report? report))
        {
            report = Laboratory.Run([program]);
            _reports.Add(program, report);
        }

        return report;
    }
}

using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>Runs programs of the course, each text once.</summary>
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

    /// <summary>The same for those who write lessons: a program that the lab fails over is told like any other mistake.</summary>
    public Report RunOrTell(SourceFile program)
    {
        try
        {
            return Run(program);
        }
        catch (Exception exception)
        {
            return new Report
            {
                Program = program.Name,
                Dialect = Lab.Dialect.Tasks,
                Outcome = Outcome.Crashed,
                Message = $"the lab has failed over it: {exception.Message.Split('\n')[0]}",
                Files = [program],
            };
        }
    }
}

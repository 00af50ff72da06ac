using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>What the compiler said, as it says it.</summary>
internal static class CompilerWords
{
    /// <summary>The errors, or where there are none the warnings that no finding tells better.</summary>
    public static IEnumerable<CompilerMessage> Worth(Report report)
    {
        CompilerMessage[] errors = [.. report.Diagnostics.Where(message => message.IsError)];
        return errors.Length > 0 ? errors : report.Diagnostics.Where(message => !IsToldBy(report, message));
    }

    /// <summary><c>Program.cs(6,5): error CS0103: The name 'x' does not exist in the current context</c>.</summary>
    public static string Of(CompilerMessage message)
    {
        string where = message.Place is { } place
            ? string.Create(CultureInfo.InvariantCulture, $"{place.File}({place.Line},{place.Column}): ")
            : string.Empty;
        return $"{where}{(message.IsError ? "error" : "warning")} {message.Id}: {message.Message}";
    }

    private static bool IsToldBy(Report report, CompilerMessage message) => report.Findings.Any(finding =>
        message.Place is { } place && finding.File == place.File && finding.Line == place.Line && finding.Rules.Contains(message.Id));
}

using System.Text;
using AsyncBasics.Conformance.Language;
using AsyncBasics.Conformance.Shrinking;

namespace AsyncBasics.Conformance.Running;

/// <summary>A program that two runners understand differently.</summary>
/// <param name="Program">The program.</param>
/// <param name="Expected">What the reference made of it.</param>
/// <param name="Actual">What the other made of it.</param>
/// <param name="Reasons">Whether the reasons of cancellations were compared too.</param>
internal sealed record Difference(AsyncProgram Program, ProgramLog Expected, ProgramLog Actual, bool Reasons)
{
    /// <summary>Runs a program on both; <see langword="null"/> when they agree.</summary>
    internal static Difference? Between(IProgramRunner reference, IProgramRunner subject, AsyncProgram program, bool reasons = false) =>
        Between(reference.Run(program), subject, program, reasons);

    /// <inheritdoc cref="Between(IProgramRunner, IProgramRunner, AsyncProgram, bool)"/>
    internal static Difference? Between(ProgramLog expected, IProgramRunner subject, AsyncProgram program, bool reasons = false)
    {
        ProgramLog actual = subject.Run(program);
        return expected.FirstDifference(actual, reasons) is null ? null : new Difference(program, expected, actual, reasons);
    }

    /// <summary>A small program on which the two still differ.</summary>
    internal Difference Shrunk(IProgramRunner reference, IProgramRunner subject)
    {
        Shrinker shrinker = new(program => Between(reference, subject, program, Reasons) is not null);
        return Between(reference, subject, shrinker.Shrink(Program), Reasons) ?? this;
    }

    /// <summary>The program and, side by side, what it should do and what it did.</summary>
    internal string Describe(string reference, string subject)
    {
        StringBuilder text = new();
        text.AppendLine(ProgramText.Of(Program));
        int different = Expected.FirstDifference(Actual, Reasons) ?? int.MaxValue;
        int lines = Math.Max(Expected.Entries.Count, Actual.Entries.Count);
        string[] left = [reference, .. Expected.Entries.Select(entry => entry.ToString())];
        string[] right = [subject, .. Actual.Entries.Select(entry => entry.ToString())];
        int width = left.Max(line => line.Length);
        for (int index = 0; index <= lines; index++)
        {
            string mark = index > different ? "> " : "  ";
            string expected = (left.ElementAtOrDefault(index) ?? "").PadRight(width);
            text.AppendLine($"{mark}{expected} | {right.ElementAtOrDefault(index)}");
        }

        return text.ToString();
    }
}

using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Generation;

/// <summary>How large a program is as it is written, and how large it can become when it runs.</summary>
/// <param name="Written">Statements in the text.</param>
/// <param name="Run">Statements run if every path is taken.</param>
/// <param name="Tasks">Tasks started if every path is taken.</param>
internal readonly record struct ProgramSize(int Written, long Run, long Tasks)
{
    internal static ProgramSize Of(AsyncProgram program)
    {
        // A function uses only later ones, so from the last to the first everything needed is known.
        var functions = new ProgramSize[program.Functions.Count];
        for (int index = functions.Length - 1; index >= 0; index--)
            functions[index] = OfBlock(program.Functions[index], functions);

        return functions[0] with { Written = functions.Sum(each => each.Written) };
    }

    internal static int WrittenIn(IReadOnlyList<Statement> block) =>
        block.Sum(statement => 1 + statement.Bodies.Sum(WrittenIn));

    private static ProgramSize OfBlock(IReadOnlyList<Statement> block, ProgramSize[] functions)
    {
        ProgramSize total = default;
        foreach (Statement statement in block)
        {
            ProgramSize inside = default;
            foreach (IReadOnlyList<Statement> body in statement.Bodies)
                inside += OfBlock(body, functions);

            int times = statement is Statement.Repeat repeat ? repeat.Times : 1;
            total += new ProgramSize(1 + inside.Written, 1 + (inside.Run * times), inside.Tasks * times);

            foreach (Awaitable.Coroutine started in statement.Starts)
            {
                ProgramSize body = functions[started.Run];
                total += new ProgramSize(0, body.Run, body.Tasks + (started.Slot.Length > 0 ? 1 : 0));
            }
        }

        return total;
    }

    public static ProgramSize operator +(ProgramSize left, ProgramSize right) =>
        new(left.Written + right.Written, left.Run + right.Run, left.Tasks + right.Tasks);
}

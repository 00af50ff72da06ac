using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Shrinking;

/// <summary>The ways in which a block becomes smaller, the largest cuts first.</summary>
internal static class BlockSteps
{
    internal static IEnumerable<IReadOnlyList<Statement>> Smaller(IReadOnlyList<Statement> block)
    {
        for (int length = block.Count; length > 0; length /= 2)
        {
            for (int start = 0; start + length <= block.Count; start += length)
            {
                yield return [.. block.Take(start), .. block.Skip(start + length)];
            }
        }

        for (int index = 0; index < block.Count; index++)
        {
            Statement statement = block[index];
            foreach (IReadOnlyList<Statement> body in statement.Bodies)
            {
                yield return Replaced(block, index, body);
            }

            foreach (Statement simpler in StatementSteps.Simpler(statement).Concat(InBodies(statement)))
            {
                yield return Replaced(block, index, [simpler]);
            }
        }
    }

    private static IEnumerable<Statement> InBodies(Statement statement)
    {
        for (int place = 0; place < statement.Bodies.Count; place++)
        {
            foreach (IReadOnlyList<Statement> body in Smaller(statement.Bodies[place]))
            {
                yield return statement.WithBodies(
                    [.. statement.Bodies.Take(place), body, .. statement.Bodies.Skip(place + 1)]);
            }
        }
    }

    private static IReadOnlyList<Statement> Replaced(
        IReadOnlyList<Statement> block, int index, IReadOnlyList<Statement> instead) =>
        [.. block.Take(index), .. instead, .. block.Skip(index + 1)];
}

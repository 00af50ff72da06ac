using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Shrinking;

/// <summary>
/// Makes a program smaller as long as it keeps what is interesting about it: large cuts first, then single statements,
/// then what stands inside them, until no step of any kind is left.
/// </summary>
/// <param name="isInteresting">Whether a smaller program still shows what is looked for.</param>
internal sealed class Shrinker(Func<AsyncProgram, bool> isInteresting)
{
    /// <summary>Shrinks a program that is interesting; what comes back is too.</summary>
    internal AsyncProgram Shrink(AsyncProgram program)
    {
        while (Smaller(program).FirstOrDefault(isInteresting) is { } smaller)
        {
            program = smaller;
        }

        return program;
    }

    private static IEnumerable<AsyncProgram> Smaller(AsyncProgram program)
    {
        for (int index = program.Functions.Count - 1; index >= 0; index--)
        {
            foreach (IReadOnlyList<Statement> body in BlockSteps.Smaller(program.Functions[index]))
            {
                yield return WithoutLooseEnds(WithFunction(program, index, body));
            }
        }

        if (program.Eager)
        {
            yield return program with { Eager = false };
        }

        foreach ((string name, int size) in program.Things)
        {
            // For a condition the number says whose lock it shares; none is the simplest.
            int simplest = name[0] == 'C' ? 0 : 1;
            if (size > simplest || size < 0)
            {
                yield return program with { Things = new Dictionary<string, int>(program.Things) { [name] = simplest } };
            }
        }
    }

    private static AsyncProgram WithFunction(AsyncProgram program, int index, IReadOnlyList<Statement> body) =>
        program with { Functions = [.. program.Functions.Select((old, at) => at == index ? body : old)] };

    /// <summary>Empties functions that nobody starts any more, and forgets things that nobody uses.</summary>
    private static AsyncProgram WithoutLooseEnds(AsyncProgram program)
    {
        HashSet<int> used = [0];
        List<IReadOnlyList<Statement>> functions = [];
        for (int index = 0; index < program.Functions.Count; index++)
        {
            functions.Add(used.Contains(index) ? program.Functions[index] : []);
            foreach (Statement statement in Everything(functions[index]))
            {
                used.UnionWith(statement.Starts.Select(start => start.Run));
            }
        }

        // The last ones can go altogether; one in the middle has to stay for the numbers after it.
        functions.RemoveRange(used.Max() + 1, functions.Count - used.Max() - 1);
        AsyncProgram kept = program with { Functions = functions };
        string text = ProgramJson.Write(kept with { Things = new Dictionary<string, int>() });
        return kept with
        {
            Things = program.Things
                .Where(thing => text.Contains($"\"{thing.Key}\"", StringComparison.Ordinal))
                .ToDictionary(thing => thing.Key, thing => thing.Value),
        };
    }

    private static IEnumerable<Statement> Everything(IReadOnlyList<Statement> block) =>
        block.SelectMany(statement => statement.Bodies.SelectMany(Everything).Prepend(statement));
}

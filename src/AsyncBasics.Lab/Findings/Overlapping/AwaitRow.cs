using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Awaits that stand one after another in a block, each with those before it that it cannot do without.</summary>
/// <param name="Works">What is awaited, in order.</param>
/// <param name="Needs">For each, all earlier ones that have to have ended before it can begin.</param>
internal sealed record AwaitRow(IReadOnlyList<AwaitedWork> Works, IReadOnlyList<NumberSet> Needs)
{
    /// <summary>The first that holds up a later one without need, and the first of those.</summary>
    public (int Earlier, int Later)? FirstNeedless()
    {
        (int Earlier, int Later)? first = null;
        for (int later = 1; later < Works.Count; later++)
        {
            int earlier = Needs[later].FirstMissing();
            if (earlier < later && (first is null || earlier < first.Value.Earlier))
            {
                first = (earlier, later);
            }
        }

        return first;
    }

    /// <summary>All rows of a block.</summary>
    public static IEnumerable<AwaitRow> In(IBlockOperation block, Inquiry inquiry)
    {
        var draft = new AwaitRowDraft(inquiry);
        foreach (IOperation statement in block.Operations)
        {
            if (!draft.Take(statement))
            {
                if (draft.Finish() is { } row)
                {
                    yield return row;
                }

                draft = new AwaitRowDraft(inquiry);
            }
        }

        if (draft.Finish() is { } last)
        {
            yield return last;
        }
    }
}

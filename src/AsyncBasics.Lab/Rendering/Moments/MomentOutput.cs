namespace AsyncBasics.Lab;

/// <summary>Finds out which lines of the output have been written at which moment.</summary>
internal static class MomentOutput
{
    public static RunReplay Assign(MomentDraft[] ordered, Timeline timeline, string stdout)
    {
        string[] output = Lines(stdout);
        MomentDraft[] drafts = [.. Follow(ordered, output)];
        int[] writtenAt = MomentOfEachLine(drafts, output);

        // Shown in the order in which they appear; those of one moment in the order of the program.
        int[] order = [.. Enumerable.Range(0, output.Length).OrderBy(line => writtenAt[line])];
        List<Moment> moments = [];
        int written = 0;
        for (int i = 0; i < drafts.Length; i++)
        {
            while (written < order.Length && writtenAt[order[written]] <= i)
            {
                written++;
            }

            int lines = i == drafts.Length - 1 && timeline.IsOver ? output.Length : written;
            moments.Add(new Moment(drafts[i].Time, drafts[i].Lane, MomentWords.Of(drafts[i])) { Place = drafts[i].Place, LinesWritten = lines });
        }

        return new RunReplay(moments, [.. order.Select(line => output[line])]);
    }

    /// <summary>
    /// Of what happens at one time the causes are only guessed, but in which order lines were written is known: whoever wrote later acts later,
    /// though it may have woken before.
    /// </summary>
    private static IEnumerable<MomentDraft> Follow(MomentDraft[] ordered, string[] output)
    {
        int[] firstLine = new int[ordered.Length];
        Array.Fill(firstLine, int.MaxValue);
        int[] writtenAt = MomentOfEachLine(ordered, output);
        for (int line = output.Length - 1; line >= 0; line--)
        {
            if (ordered.Length > 0 && ordered[writtenAt[line]].Output.Count > 0)
            {
                firstLine[writtenAt[line]] = line;
            }
        }

        for (int first = 0; first < ordered.Length;)
        {
            int end = first;
            while (end < ordered.Length && ordered[end].Time == ordered[first].Time)
            {
                end++;
            }

            foreach (MomentDraft moment in FollowInstant(ordered.AsMemory(first, end - first), firstLine.AsMemory(first, end - first)))
            {
                yield return moment;
            }

            first = end;
        }
    }

    private static IEnumerable<MomentDraft> FollowInstant(ReadOnlyMemory<MomentDraft> moments, ReadOnlyMemory<int> firstLine)
    {
        // The smallest first line of all that come after each.
        int[] earliestAfter = new int[moments.Length];
        int earliest = int.MaxValue;
        for (int i = moments.Length - 1; i >= 0; i--)
        {
            earliestAfter[i] = earliest;
            earliest = Math.Min(earliest, firstLine.Span[i]);
        }

        PriorityQueue<MomentDraft, int> held = new();
        for (int i = 0; i < moments.Length; i++)
        {
            MomentDraft moment = moments.Span[i];
            int line = firstLine.Span[i];
            if (line == int.MaxValue || line < earliestAfter[i])
            {
                yield return moment;
            }
            else
            {
                held.Enqueue(moment.Ended is null ? moment : moment.Acting(), line);
                if (moment.Ended is not null)
                {
                    yield return moment.Waking();
                }
            }

            while (held.TryPeek(out MomentDraft? next, out int first) && first < earliestAfter[i])
            {
                held.Dequeue();
                yield return next;
            }
        }
    }

    private static string[] Lines(string stdout)
    {
        string[] lines = stdout.ReplaceLineEndings("\n").Split('\n');
        return lines is [.., ""] ? lines[..^1] : lines;
    }

    /// <summary>A line that no lane is known to have written comes with the one before it.</summary>
    private static int[] MomentOfEachLine(MomentDraft[] drafts, string[] output)
    {
        Dictionary<string, Queue<int>> moments = [];
        for (int i = 0; i < drafts.Length; i++)
        {
            foreach (string text in drafts[i].Output.SelectMany(Lines))
            {
                if (!moments.TryGetValue(text, out Queue<int>? at))
                {
                    at = new Queue<int>();
                    moments.Add(text, at);
                }

                at.Enqueue(i);
            }
        }

        int last = 0;
        int[] writtenAt = new int[output.Length];
        for (int line = 0; line < output.Length; line++)
        {
            last = moments.TryGetValue(output[line], out Queue<int>? at) && at.TryDequeue(out int found) ? found : last;
            writtenAt[line] = last;
        }

        return writtenAt;
    }
}

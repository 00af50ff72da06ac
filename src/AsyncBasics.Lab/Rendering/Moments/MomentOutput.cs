namespace AsyncBasics.Lab;

/// <summary>Finds out which lines of the output have been written at which moment.</summary>
internal static class MomentOutput
{
    public static RunReplay Assign(MomentDraft[] drafts, Timeline timeline, string stdout)
    {
        string[] output = Lines(stdout);
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

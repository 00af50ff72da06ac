using System.Text.Json;

namespace AsyncBasics.Lab;

/// <summary>Writes the events of one report.</summary>
internal sealed class PerfettoEvents(Utf8JsonWriter json, Report report)
{
    private const int Process = 1;

    /// <summary>The viewer takes the track with the process's own number for its main thread: ours keep clear of it.</summary>
    private const int FirstTrack = 101;

    /// <summary>
    /// An arrow is bound to the slice that it lies in, and a slice ends before its end: an arrow at the end of a wait is put this much
    /// earlier, in microseconds.
    /// </summary>
    private const double JustBefore = 0.001;

    public void Write()
    {
        if (report.Timeline is not { } timeline)
        {
            return;
        }

        Name("process_name", track: 0, report.Program);
        for (int i = 0; i < timeline.Lanes.Count; i++)
        {
            Name("thread_name", i, timeline.Lanes[i].Name);
            SortIndex(i);
        }

        for (int i = 0; i < timeline.Lanes.Count; i++)
        {
            Slices(timeline.Lanes[i], i);
        }

        Arrows(timeline);
        for (int i = 0; i < timeline.Lanes.Count; i++)
        {
            foreach (OutputLine line in timeline.Lanes[i].Output)
            {
                Begin("i", line.Text.Length == 0 ? "(an empty line)" : line.Text, "output", i, Microseconds(line.Time));
                json.WriteString("s", "t");
                json.WriteEndObject();
            }
        }
    }

    private static double Microseconds(TimeSpan time) => time.Ticks / (double)TimeSpan.TicksPerMicrosecond;

    private void Name(string kind, int track, string name)
    {
        Begin("M", kind, category: null, track, time: null);
        json.WriteStartObject("args");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void SortIndex(int track)
    {
        Begin("M", "thread_sort_index", category: null, track, time: null);
        json.WriteStartObject("args");
        json.WriteNumber("sort_index", track);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The lane's whole life, and in it what it did.</summary>
    private void Slices(Lane lane, int track)
    {
        TimeSpan end = lane.End > lane.Start ? lane.End : lane.Start;
        Begin("X", lane.Name, "lane", track, Microseconds(lane.Start));
        json.WriteNumber("dur", Microseconds(end - lane.Start));
        json.WriteStartObject("args");
        json.WriteString("ended", lane.State == FutureState.Pending ? "not yet" : lane.State.ToString());
        Optional("error", lane.Error);
        Optional("line", lane.Line);
        json.WriteEndObject();
        json.WriteEndObject();

        TimeSpan free = lane.Start;
        foreach (Segment segment in lane.Segments)
        {
            // Slices on one track may lie in each other, but never cross.
            TimeSpan from = segment.Start > free ? segment.Start : free;
            TimeSpan to = segment.End < end ? segment.End : end;
            if (to > from)
            {
                Slice(segment, track, from, to);
                free = to;
            }
        }
    }

    private void Slice(Segment segment, int track, TimeSpan from, TimeSpan to)
    {
        Begin("X", segment.Text, Category(segment), track, Microseconds(from));
        json.WriteNumber("dur", Microseconds(to - from));
        if (ColourOf(segment) is { } colour)
        {
            json.WriteString("cname", colour);
        }

        json.WriteStartObject("args");
        Optional("woken by", segment.WokenBy is { } by && by >= 0 && by < report.Timeline!.Lanes.Count ? report.Timeline.Lanes[by].Name : null);
        Optional("file", segment.Place?.File);
        Optional("line", segment.Place?.Line);
        json.WriteBoolean("critical", segment.IsCritical);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Arrows(Timeline timeline)
    {
        int number = 0;
        for (int i = 0; i < timeline.Lanes.Count; i++)
        {
            foreach (Segment segment in timeline.Lanes[i].Segments.Where(segment => segment.Duration > TimeSpan.Zero))
            {
                bool canBeDrawn = segment.WokenBy is { } by
                    && by >= 0 && by < timeline.Lanes.Count && by != i
                    && timeline.Lanes[by].Start < segment.End && timeline.Lanes[by].End >= segment.End;
                if (canBeDrawn)
                {
                    number++;
                    Arrow("s", number, segment.WokenBy!.Value, segment.End);
                    Arrow("f", number, i, segment.End);
                }
            }
        }
    }

    private void Arrow(string phase, int number, int track, TimeSpan time)
    {
        Begin(phase, "wakes", "wakes", track, Microseconds(time) - JustBefore);
        json.WriteNumber("id", number);
        if (phase == "f")
        {
            json.WriteString("bp", "e");
        }

        json.WriteEndObject();
    }

    private void Begin(string phase, string name, string? category, int track, double? time)
    {
        json.WriteStartObject();
        json.WriteString("ph", phase);
        json.WriteString("name", name);
        Optional("cat", category);
        json.WriteNumber("pid", Process);
        json.WriteNumber("tid", FirstTrack + track);
        if (time is { } at)
        {
            json.WriteNumber("ts", at);
        }
    }

    private void Optional(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private void Optional(string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static string Category(Segment segment) => segment.Kind switch
    {
        SegmentKind.Running => "running",
        SegmentKind.Ready => "ready",
        SegmentKind.Blocked => "blocked",
        _ => "waiting",
    };

    /// <summary>Names of colours that chrome://tracing knows.</summary>
    private static string? ColourOf(Segment segment) => segment.Kind switch
    {
        SegmentKind.Running => "thread_state_running",
        SegmentKind.Ready => "bad",
        SegmentKind.Blocked => segment.LeavesLoop ? "thread_state_uninterruptible" : "terrible",
        _ => null,
    };
}

using System.Diagnostics;
using System.Threading.Channels;

namespace AsyncBasics.Peers;

/// <summary>W4: two tasks and two channels with one place each. Size: round trips.</summary>
internal static class PingPong
{
    public static async Task<Round> RoundTrips(int[] sizes)
    {
        long start = Stopwatch.GetTimestamp();
        int roundTrips = sizes[0];
        var there = Channel.CreateBounded<int>(1);
        var back = Channel.CreateBounded<int>(1);
        Task echo = Echo(there.Reader, back.Writer, roundTrips);
        long count = 0;
        for (int i = 0; i < roundTrips; i++)
        {
            await there.Writer.WriteAsync(i);
            count += await back.Reader.ReadAsync() - i;
        }

        await echo;
        return new(Stopwatch.GetElapsedTime(start).TotalSeconds, roundTrips, count);

        static async Task Echo(ChannelReader<int> there, ChannelWriter<int> back, int roundTrips)
        {
            for (int i = 0; i < roundTrips; i++)
            {
                await back.WriteAsync(await there.ReadAsync() + 1);
            }
        }
    }
}

using System.Globalization;

namespace AsyncBasics.Peers;

/// <summary>Runs a work several times in one process and prints what it cost as one line of JSON.</summary>
internal static class Rounds
{
    /// <summary>The whole program: <c>WORK ROUNDS SIZE…</c>.</summary>
    /// <returns>The exit code: 2 for wrong usage, 1 when the work was not done.</returns>
    public static int Run(string peer, string[] args, IReadOnlyDictionary<string, Func<int[], Round>> works)
    {
        if (args.Length < 3 || !works.TryGetValue(args[0], out Func<int[], Round>? work))
        {
            Console.Error.WriteLine($"Usage: WORK ROUNDS SIZE..., where WORK is one of {string.Join(' ', works.Keys)}");
            return 2;
        }

        int[] numbers = [.. args.Skip(1).Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        int[] sizes = numbers[1..];
        double[] seconds = new double[numbers[0]];
        long ops = 0;
        long allocated = 0;
        for (int i = 0; i < seconds.Length; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            Round round = work(sizes);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            if (round.Check != round.Ops)
            {
                Console.Error.WriteLine($"{peer} {args[0]}: counted {round.Check} instead of {round.Ops}.");
                return 1;
            }

            (seconds[i], ops) = (round.Seconds, round.Ops);
        }

        double cold = seconds[0];
        double warm = MedianOfLaterHalf(seconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"work":"{{args[0]}}","peer":"{{peer}}","ops":{{ops}},"seconds":{{warm:F6}},"ns_per_op":{{warm * 1e9 / ops:F2}},"cold_ns_per_op":{{cold * 1e9 / ops:F2}},"bytes_per_op":{{(double)allocated / ops:F1}},"peak_kib":{{PeakMemory()}},"check":{{ops}}}"""));
        return 0;
    }

    /// <summary>The first rounds run code that is not compiled to the end yet.</summary>
    private static double MedianOfLaterHalf(double[] seconds)
    {
        double[] later = [.. seconds.Skip(seconds.Length / 2).Order()];
        return later[later.Length / 2];
    }

    /// <summary>The most memory the process has had in use so far, in KiB, as the operating system counts it.</summary>
    private static long PeakMemory()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(6, line.Length - 6 - 2).Trim(), CultureInfo.InvariantCulture);
    }
}

// expect: none
// makespan: 1
// stdout: working

using System;
using System.Threading.Tasks;

namespace Tool;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        await Task.Delay(1000);
        Console.WriteLine("working");
        return args.Length;
    }
}

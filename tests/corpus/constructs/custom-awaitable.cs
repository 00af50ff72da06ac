// expect: none
// makespan: 2
// stdout: two seconds

using System.Runtime.CompilerServices;

await TimeSpan.FromSeconds(2);
Console.WriteLine("two seconds");

static class TimeSpanExtensions
{
    public static TaskAwaiter GetAwaiter(this TimeSpan time) => Task.Delay(time).GetAwaiter();
}

// expect: none
// makespan: 1
// stdout: inner 5

using System;
using System.Threading.Tasks;

namespace Outer.Middle
{
    public static class Program
    {
        public static async Task Main() => Console.WriteLine(await new Box<int>.Lid(5).Open());
    }

    public class Box<T>
    {
        public sealed class Lid(T content)
        {
            public async Task<string> Open()
            {
                await Task.Delay(1000);
                return $"inner {content}";
            }
        }
    }
}

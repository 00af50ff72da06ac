// expect: none
// makespan: 1

class Program
{
    static void Main()
    {
        Console.WriteLine("Warming up");
        Thread.Sleep(1000);
        Console.WriteLine("Ready");
    }
}

// expect: none
// makespan: 3

using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
var ticks = 0;
while (await timer.WaitForNextTickAsync())
{
    Console.WriteLine($"beat {++ticks}");
    if (ticks == 3)
    {
        break;
    }
}

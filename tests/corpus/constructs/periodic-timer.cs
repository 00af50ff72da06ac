// expect: none
// makespan: 3
// stdout: tick 1
// stdout: tick 2
// stdout: tick 3

using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
int ticks = 0;
while (ticks < 3 && await timer.WaitForNextTickAsync())
{
    ticks++;
    Console.WriteLine($"tick {ticks}");
}

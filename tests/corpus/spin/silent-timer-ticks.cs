// expect: none
// makespan: 2

using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
int left = 4;
while (left > 0 && await timer.WaitForNextTickAsync())
{
    left--;
}

Console.WriteLine("bell");
